import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPlayer } from '../../../displays/build.mjs'
import { launchChromium } from '../../factories/chromium'
import { loopManifest } from '../../factories/loop-manifest'
import { colourAt, expectText, type PlayerStand, setUpStand } from '../../factories/player-stand'
import { startProtocolServer } from '../../factories/protocol-server'

let stand: PlayerStand

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())

/** Four quarters: red and green above, blue and yellow below. */
function quarters(width: number, height: number): Promise<Buffer> {
  const half = { width: width / 2, height: height / 2 }
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffff00']
  return sharp({ create: { width, height, channels: 3, background: '#000000' } })
    .composite(
      colours.map((background, index) => ({
        input: { create: { ...half, channels: 3 as const, background } },
        left: (index % 2) * half.width,
        top: (index >> 1) * half.height,
      })),
    )
    .png()
    .toBuffer()
}

const RED = { r: 255, g: 0, b: 0 }
const YELLOW = { r: 255, g: 255, b: 0 }
const BLACK = { r: 0, g: 0, b: 0 }

type Screen = { width: number; height: number; rotate: 0 | 90 | 180 | 270 }
type Point = [x: number, y: number, colour: { r: number; g: number; b: number }]

describe('the screen', () => {
  it.each<[string, Screen, { width: number; height: number }, string, Point[]]>([
    [
      'pixel by pixel in the corner of a larger window',
      { width: 384, height: 256, rotate: 0 },
      { width: 800, height: 600 },
      '',
      [
        [1, 1, RED],
        [382, 254, YELLOW],
        [386, 128, BLACK],
        [100, 260, BLACK],
      ],
    ],
    [
      'as large as the window with #fit',
      { width: 384, height: 256, rotate: 0 },
      { width: 800, height: 600 },
      '&fit',
      [
        [4, 40, RED],
        [795, 560, YELLOW],
        [400, 10, BLACK],
      ],
    ],
    [
      'turned clockwise',
      { width: 256, height: 384, rotate: 90 },
      { width: 384, height: 256 },
      '',
      [
        [380, 4, RED],
        [4, 250, YELLOW],
      ],
    ],
    [
      'upside down',
      { width: 384, height: 256, rotate: 180 },
      { width: 384, height: 256 },
      '',
      [
        [380, 250, RED],
        [4, 4, YELLOW],
      ],
    ],
    [
      'turned the other way',
      { width: 256, height: 384, rotate: 270 },
      { width: 384, height: 256 },
      '',
      [
        [4, 250, RED],
        [380, 4, YELLOW],
      ],
    ],
  ])('lies %s', async (_, screen, window, flag, points) => {
    const { server, page, close } = await stand.open(window)
    const picture = server.addFile(await quarters(screen.width, screen.height), 'image/png')
    server.publish(
      loopManifest([{ id: 'quarters', ms: 60_000, content: { kind: 'image', file: picture.sha256 } }], {
        now: Date.now(),
        screen,
        files: { [picture.sha256]: picture.entry },
      }),
    )
    await page.goto(server.link + flag)
    const [first] = points
    if (!first) throw new Error('no points')
    await expect.poll(() => colourAt(page, first[0], first[1])).toEqual(first[2])
    for (const [x, y, colour] of points) expect(await colourAt(page, x, y)).toEqual(colour)
    await close()
  })

  it('shows Chinese where the device has no Chinese font, by the subsets that it needs and no others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xuanbo-fonts-'))
    await buildPlayer({ outdir: join(folder, 'player') })
    const config = join(folder, 'fonts.conf')
    // A browser with no font at all draws nothing: this device has one, for Latin.
    await cp(
      createRequire(import.meta.url).resolve('next/dist/compiled/@vercel/og/Geist-Regular.ttf'),
      `${folder}/latin/geist.ttf`,
    )
    await writeFile(config, `<?xml version="1.0"?><fontconfig><dir>${folder}/latin</dir></fontconfig>`)
    const browser = await launchChromium([], { FONTCONFIG_FILE: config })
    const server = await startProtocolServer({ player: join(folder, 'player') })
    try {
      server.publish(loopManifest([{ id: '众志成城', ms: 60_000 }], { now: Date.now() }))
      const page = await browser.newPage({ viewport: { width: 384, height: 256 } })
      await page.goto(server.link)
      await expectText(page, '众志成城')
      const fonts = () => server.requests.filter(({ path }) => path.startsWith('/player/fonts/'))
      await expect.poll(() => fonts().length).toBeGreaterThan(0)
      await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded')
      expect(fonts().length).toBeLessThan(12)
      const loaded = await page.evaluate(() => document.fonts.check('700 20px "Xuanbo Sans"', '众志成城'))
      expect(loaded).toBe(true)
      const widths = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.text-still > div')).map((line) => {
          const range = document.createRange()
          range.selectNodeContents(line)
          return range.getBoundingClientRect().width
        }),
      )
      for (const width of widths) expect(width).toBeLessThan(384 * 0.91)
    } finally {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
