import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import { cardSpecFor, specFor, textSpecFor } from '../../../src/media/spec'
import type { Storage } from '../../../src/media/storage'
import { aChoice, aScreen } from '../../factories/facts'
import { aHeic } from '../../factories/heic'
import { temporaryFolder } from '../../factories/media'
import { aPdf } from '../../factories/pdf'
import { presetScreens, received, rendered } from '../../factories/renders'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let storage: Storage
const LABEL = '{"Label":"1","ContentProducer":"某区 & \\"宣传部\\""}'

beforeAll(async () => {
  scratch = await temporaryFolder()
  storage = diskStorage({ dir: join(scratch.dir, 'media') })
})
afterAll(() => scratch.remove())

/** Left half red, right half blue, as a wide-gamut phone writes it: turned, with camera, place and AI label. */
async function aPhonePhoto(name: string) {
  const path = join(scratch.dir, name)
  const half = { create: { width: 400, height: 600, channels: 3, background: '#0000ff' } } as const
  await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ff0000' } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 400, top: 0 }])
    .withMetadata({ orientation: 6, icc: 'p3' })
    .withExifMerge({
      IFD0: { Make: 'Huawei', Model: 'P60' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 40/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${LABEL.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg({ quality: 95 })
    .toFile(path)
  return path
}

async function pixel(path: string, x: number, y: number) {
  const { data } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width = 0 } = await sharp(path).metadata()
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
}

describe.each(presetScreens)('on $preset', (screen) => {
  const size = { width: screen.width, height: screen.height }

  it.each(['contain', 'cover'] as const)('a photo fills it to the pixel: %s', async (fit) => {
    const photo = await received(storage, await aPhonePhoto('photo.jpg'))
    const made = await rendered(storage, specFor(photo, aChoice({ fit }), screen), photo)
    const metadata = await sharp(made.path).metadata()
    expect(made).toMatchObject({ ...size, purpose: null, seconds: null, lufs: null })
    expect(metadata).toMatchObject({ ...size, space: 'srgb', channels: 3, format: 'webp' })
    expect(metadata.exif).toBeUndefined()
    expect(metadata.icc).toBeUndefined()
    expect(metadata.orientation).toBeUndefined()
    expect(metadata.xmpAsString).not.toMatch(/Huawei|GPS/)
    const again = await received(storage, made.path)
    expect(again.facts.aigc).toBe(photo.facts.aigc)
  })

  it('a slogan and a song’s card fill it to the pixel where no page does', async () => {
    const box = { ...screen, page: false }
    const text = { body: '戴口罩、勤洗手、少聚集', color: '#ffffff', background: '#b3161b', weight: 700 }
    const look = { align: 'center', motion: 'still', pixelsPerSecond: 60 } as const
    const slogan = await rendered(storage, textSpecFor({ ...text, ...look }, box), null)
    expect(await sharp(slogan.path).metadata()).toMatchObject({ ...size, space: 'srgb', hasAlpha: false })
    expect(await pixel(slogan.path, 1, 1)).toEqual([0xb3, 0x16, 0x1b])
    const photo = await received(storage, await aPhonePhoto('cover.jpg'))
    for (const cover of [photo, null]) {
      const card = await rendered(storage, cardSpecFor({ title: '让爱点燃希望', cover }, box), cover)
      const metadata = await sharp(card.path).metadata()
      expect(metadata).toMatchObject({ ...size, space: 'srgb', hasAlpha: false })
      expect(metadata.xmpAsString?.includes('AIGC') ?? false).toBe(cover !== null)
    }
  })
})

it.each([
  ['jpeg', 'jpeg'],
  ['png', 'png'],
  ['webp', 'webp'],
])('a picture in %s keeps its AI label and nothing else', async (format, found) => {
  const photo = await received(storage, await aPhonePhoto('label.jpg'))
  const made = await rendered(storage, specFor(photo, aChoice(), aScreen({ formats: [format] })), photo)
  expect((await sharp(made.path).metadata()).format).toBe(found)
  const again = await received(storage, made.path)
  expect(again.facts).toMatchObject({ kind: 'image', width: 1920, height: 1080, aigc: photo.facts.aigc })
  expect(photo.facts.aigc).toBe(LABEL)
})

it('a photo that was held upright stands upright in the middle, on itself, blurred and dimmed', async () => {
  const photo = await received(storage, await aPhonePhoto('upright.jpg'))
  expect(photo.facts).toMatchObject({ width: 600, height: 800 })
  const spec = specFor(photo, aChoice(), aScreen({ width: 800, height: 400, formats: ['png'] }))
  const { path } = await rendered(storage, spec, photo)
  const [top, bottom, left] = [
    await pixel(path, 400, 40),
    await pixel(path, 400, 360),
    await pixel(path, 40, 40),
  ]
  // Display P3's red and blue are out of sRGB: cut to its edge.
  expect(top[0]).toBeGreaterThan(245)
  expect(bottom[2]).toBeGreaterThan(245)
  expect(Math.max(...left)).toBeGreaterThan(40)
  expect(Math.max(...left)).toBeLessThan(180)
})

it('transparency and what is left free beside it are dark', async () => {
  const path = join(scratch.dir, 'logo.png')
  await sharp({ create: { width: 100, height: 100, channels: 4, background: '#ff000000' } })
    .png()
    .toFile(path)
  const logo = await received(storage, path)
  const made = await rendered(storage, specFor(logo, aChoice(), aScreen({ formats: ['png'] })), logo)
  expect((await sharp(made.path).metadata()).hasAlpha).toBe(false)
  expect(await pixel(made.path, 960, 540)).toEqual([0, 0, 0])
  expect(await pixel(made.path, 5, 5)).toEqual([0, 0, 0])
})

it('a drawing stays sharp however much it is enlarged', async () => {
  const path = join(scratch.dir, 'half.svg')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="8" height="9" fill="#fff"/><rect x="8" width="8" height="9"/></svg>`
  await writeFile(path, svg)
  const drawing = await received(storage, path)
  const made = await rendered(storage, specFor(drawing, aChoice(), aScreen({ formats: ['png'] })), drawing)
  expect(await pixel(made.path, 956, 500)).toEqual([255, 255, 255])
  expect(await pixel(made.path, 963, 500)).toEqual([0, 0, 0])
})

it('a page of a handbook stands whole on its screen, red above and white below', async () => {
  const path = join(scratch.dir, 'handbook.pdf')
  await writeFile(path, aPdf({ pages: 3 }))
  const handbook = await received(storage, path)
  const spec = specFor(handbook, aChoice({ page: 2 }), aScreen({ formats: ['png'] }))
  const made = await rendered(storage, spec, handbook)
  expect(await sharp(made.path).metadata()).toMatchObject({ width: 1920, height: 1080, space: 'srgb' })
  expect(await pixel(made.path, 960, 200)).toEqual([255, 0, 0])
  expect(await pixel(made.path, 960, 900)).toEqual([255, 255, 255])
})

it('a page of a handbook fills its screen where it may be cut', async () => {
  const path = join(scratch.dir, 'pages.pdf')
  await writeFile(path, aPdf())
  const handbook = await received(storage, path)
  const spec = specFor(handbook, aChoice({ fit: 'cover' }), aScreen({ formats: ['png'] }))
  const made = await rendered(storage, spec, handbook)
  for (const x of [0, 960, 1919]) expect((await pixel(made.path, x, 540))[0]).toBe(255)
})

it('a phone’s HEIC is as good as a JPEG', async () => {
  const path = join(scratch.dir, 'phone.heic')
  await writeFile(path, await aHeic(path, { width: 640, height: 360 }))
  const photo = await received(storage, path)
  const screen = aScreen({ width: 384, height: 256, formats: ['png'] })
  const made = await rendered(storage, specFor(photo, aChoice(), screen), photo)
  const [red, blue] = [await pixel(made.path, 192, 60), await pixel(made.path, 192, 200)]
  expect(red[0]).toBeGreaterThan(200)
  expect(blue[2]).toBeGreaterThan(200)
})

it('a cut picture keeps what draws the eye', async () => {
  const path = join(scratch.dir, 'wide.png')
  const face = await sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: '#c00',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  await sharp({ create: { width: 2000, height: 300, channels: 3, background: '#ddd' } })
    .composite([{ input: face, left: 1700, top: 50 }])
    .png()
    .toFile(path)
  const wide = await received(storage, path)
  const spec = specFor(
    wide,
    aChoice({ fit: 'cover' }),
    aScreen({ width: 300, height: 300, formats: ['png'] }),
  )
  const { path: made } = await rendered(storage, spec, wide)
  const { channels } = await sharp(made).stats()
  expect(channels[0]?.stdev).toBeGreaterThan(10)
})
