import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeHeic } from '../../../src/media/heic'
import { inspect } from '../../../src/media/inspect'
import { renderPdfPage } from '../../../src/media/pdf'
import { aHeic } from '../../factories/heic'
import { sample, temporaryFolder, tools } from '../../factories/media'
import { aPdf } from '../../factories/pdf'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  scratch = await temporaryFolder()
})
afterAll(() => scratch.remove())

const at = (name: string) => join(scratch.dir, name)

async function kept(name: string, bytes: Uint8Array) {
  await writeFile(at(name), bytes)
  return at(name)
}

const limits = { tools, maxBytes: 1_000_000_000 }

/** Colour of one pixel, as red, green and blue. */
async function pixel(path: string, left: number, top: number) {
  const { data } = await sharp(path)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data.subarray(0, 3)]
}

describe('a PDF', () => {
  it('tells its pages, as they are seen', async () => {
    const path = await kept('turned.pdf', aPdf({ pages: 3, width: 595, height: 842, rotate: 90 }))
    expect(await inspect(path, limits)).toMatchObject({
      ...{ ext: 'pdf', mimeType: 'application/pdf' },
      facts: { kind: 'document', format: 'pdf', pages: Array(3).fill({ width: 842, height: 595 }) },
    })
  })

  it('is refused where it asks for a password', async () => {
    const path = await kept('locked.pdf', aPdf({ locked: true }))
    await expect(inspect(path, limits)).rejects.toMatchObject({ code: 'media-locked' })
  })

  it('is drawn on white, as large as the box lets it', async () => {
    const path = await kept('page.pdf', aPdf())
    const box = { maxWidth: 1080, maxHeight: 800 }
    const size = await renderPdfPage({ path, page: 1, ...box, target: at('page.png') })
    expect(size).toEqual({ width: 565, height: 800 })
    expect(await sharp(at('page.png')).metadata()).toMatchObject({ format: 'png', ...size, hasAlpha: false })
    expect(await pixel(at('page.png'), 280, 100)).toEqual([255, 0, 0])
    expect(await pixel(at('page.png'), 280, 700)).toEqual([255, 255, 255])
  })

  it('is never drawn larger than 4096 pixels', async () => {
    const path = await kept('huge.pdf', aPdf({ width: 100, height: 100 }))
    const box = { maxWidth: 100_000, maxHeight: 100_000 }
    const size = await renderPdfPage({ path, page: 1, ...box, target: at('huge.png') })
    expect(size).toEqual({ width: 4096, height: 4096 })
  })

  it('has no page beyond its last', async () => {
    const path = await kept('two.pdf', aPdf({ pages: 2 }))
    const page = { path, page: 3, maxWidth: 10, maxHeight: 10, target: at('none.png') }
    await expect(renderPdfPage(page)).rejects.toMatchObject({ code: 'media-damaged' })
  })

  it('keeps its AI label', async () => {
    const path = await kept('label.pdf', aPdf({ info: '/AIGC({"Label":"1"})' }))
    expect((await inspect(path, limits)).facts.aigc).toBe('{"Label":"1"}')
  })

  it('draws text as a printer would, without coloured fringes', async ({ skip }) => {
    const path = sample('text1/a-text.pdf')
    if (!path) return skip()
    await renderPdfPage({ path, page: 1, maxWidth: 1000, maxHeight: 1000, target: at('text.png') })
    const { data } = await sharp(at('text.png')).raw().toBuffer({ resolveWithObject: true })
    const gray = Array.from({ length: data.length / 3 }, (_, index) =>
      data.subarray(index * 3, index * 3 + 3),
    )
    expect(gray.filter(([r, g, b]) => r === g && g === b).length).toBeGreaterThan(gray.length * 0.99)
  })
})

describe('a HEIC', () => {
  it('tells its size as seen, and is decoded upright', async () => {
    await kept('photo.heic', await aHeic(at('photo'), { width: 64, height: 48, turns: 1 }))
    const { ext, mimeType, facts } = await inspect(at('photo.heic'), limits)
    expect({ ext, mimeType }).toEqual({ ext: 'heic', mimeType: 'image/heic' })
    expect(facts).toMatchObject({ kind: 'image', format: 'heic', width: 48, height: 64, hasAlpha: false })

    expect(await decodeHeic({ path: at('photo.heic'), target: at('photo.tiff') })).toEqual({
      width: 48,
      height: 64,
    })
    expect(await sharp(at('photo.tiff')).metadata()).toMatchObject({
      ...{ format: 'tiff', width: 48, height: 64, channels: 3 },
    })
    // A quarter turn against the clock: the red that was above is at the left.
    const [red = 0, , blue = 255] = await pixel(at('photo.tiff'), 4, 32)
    expect([red > 200, blue < 60]).toEqual([true, true])
    const [left = 255, , right = 0] = await pixel(at('photo.tiff'), 44, 32)
    expect([left < 60, right > 200]).toEqual([true, true])
  })

  it('is refused where it is cut off', async () => {
    const whole = await aHeic(at('cut'), { width: 256, height: 256 })
    const path = await kept('cut.heic', whole.subarray(0, whole.length - 60))
    await expect(inspect(path, limits)).rejects.toMatchObject({ code: 'media-damaged' })
  })
})
