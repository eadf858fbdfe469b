import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import type { Facts } from '../../../src/media/facts'
import { planRenditions } from '../../../src/media/plan'
import { render } from '../../../src/media/render'
import type { Purpose } from '../../../src/media/steps'
import type { Storage } from '../../../src/media/storage'
import { analysed } from '../../factories/facts'
import { temporaryFolder, tools } from '../../factories/media'
import { received } from '../../factories/renders'
import { aSound, ffmpeg, sounds } from '../../factories/sounds'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let storage: Storage

beforeAll(async () => {
  scratch = await temporaryFolder()
  storage = diskStorage({ dir: join(scratch.dir, 'media') })
})
afterAll(() => scratch.remove())

async function made(
  original: Awaited<ReturnType<typeof received>>,
  purpose: Purpose,
  facts: Facts = original.facts,
) {
  const plan = planRenditions(facts).find((one) => one.purpose === purpose)
  if (!plan) throw new Error(`no ${purpose}`)
  const rendition = await render({ plan, original, sourceSeconds: 4, storage, tools })
  const path = await storage.localPath(rendition)
  const { width, height, format } = await sharp(path).metadata()
  expect({ width, height, format }).toEqual({
    width: rendition.width,
    height: rendition.height,
    format: 'webp',
  })
  return path
}

async function brightness(picture: Sharp) {
  const { channels } = await sharp(await picture.png().toBuffer()).stats()
  return Math.max(...channels.map(({ mean }) => mean))
}

it('a film that begins black shows a frame of its own, and ten of them side by side', async () => {
  const path = join(scratch.dir, 'black.mp4')
  const black = "drawbox=c=black:t=fill:enable='lt(t,1.5)'"
  await ffmpeg([
    '-f',
    'lavfi',
    '-i',
    `testsrc2=s=640x360:r=25:d=4,${black}`,
    '-pix_fmt',
    'yuv420p',
    '-y',
    path,
  ])
  const film = await received(storage, path)
  if (film.facts.kind !== 'video') throw new Error('no film')
  const facts = { ...film.facts, analysis: analysed({ blackHead: 1.5 }) }
  for (const purpose of ['poster', 'thumbnail'] as const)
    expect(await brightness(sharp(await made(film, purpose, facts)))).toBeGreaterThan(60)

  const strip = await made(film, 'strip')
  const { width = 0, height = 0 } = await sharp(strip).metadata()
  const frames = Array.from({ length: 10 }, (_, index) =>
    brightness(sharp(strip).extract({ left: (index * width) / 10, top: 0, width: width / 10, height })),
  )
  const lit = (await Promise.all(frames)).map((mean) => mean > 60)
  expect(lit.slice(0, 3)).toEqual([false, false, false])
  expect(lit.slice(5)).toEqual([true, true, true, true, true])
})

it('a song shows its waveform, long and small', async () => {
  const song = await received(storage, await aSound(join(scratch.dir, 'song.wav'), sounds.song(4)))
  for (const purpose of ['waveform', 'thumbnail'] as const) {
    const { channels } = await sharp(await made(song, purpose)).stats()
    expect(channels[1]?.stdev).toBeGreaterThan(10)
  }
})
