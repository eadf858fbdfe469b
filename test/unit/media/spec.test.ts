import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ManifestText } from '../../../src/manifest/manifest'
import type { Facts } from '../../../src/media/facts'
import { cardSpecFor, type RenditionSpec, specFor, specKey, textSpecFor } from '../../../src/media/spec'
import {
  aChoice,
  analysed,
  aScreen,
  audioFacts,
  documentFacts,
  imageFacts,
  videoFacts,
} from '../../factories/facts'

const sha256 = 'a'.repeat(64)
const of = (facts: Facts, choice = aChoice(), screen = aScreen()) =>
  specFor({ facts, sha256 }, choice, screen)

const led = aScreen({ width: 384, height: 256, audio: false })
const strip = aScreen({ width: 1920, height: 360, audio: false })
const bus = aScreen({ width: 1280, height: 720 })
const building = aScreen({ width: 1080, height: 1920, audio: false })
const tv = aScreen()

describe('specFor, a picture', () => {
  it('is whole', () => {
    expect(of(imageFacts({ aigc: 'x' }), aChoice({ fit: 'cover' }), led)).toEqual({
      ...{ kind: 'image', recipe: 1, width: 384, height: 256, fit: 'cover', format: 'webp', quality: 'high' },
      ...{ page: null, aigc: 'x' },
    })
  })

  it.each([
    ['jpeg', ['jpeg', 'png', 'webp'], tv, 'webp', 'high'],
    ['jpeg', ['jpeg', 'png'], tv, 'jpeg', 'high'],
    ['jpeg', ['png'], tv, 'png', 'high'],
    ['jpeg', [], tv, 'webp', 'high'],
    ['png', ['jpeg', 'png', 'webp'], tv, 'webp', 'high'],
    ['png', ['jpeg', 'png', 'webp'], led, 'webp', 'lossless'],
    ['svg', ['jpeg', 'png'], strip, 'png', 'lossless'],
    ['svg', ['jpeg'], strip, 'jpeg', 'high'],
    ['jpeg', ['jpeg', 'webp'], led, 'webp', 'high'],
    ['jpeg', ['jpeg', 'webp'], aScreen({ width: 16_384 }), 'jpeg', 'high'],
  ])('of a %s for %j', (source, formats, screen, format, quality) => {
    const spec = of(imageFacts({ format: source }), aChoice(), { ...screen, formats })
    expect(spec).toMatchObject({ format, quality })
  })

  it('is none for a screen that shows no picture', () => {
    expect(of(imageFacts(), aChoice(), aScreen({ formats: ['h264'] }))).toBeNull()
  })

  it('is the same cut or whole where it has the screen’s shape', () => {
    const facts = imageFacts({ width: 3840, height: 2160 })
    expect(of(facts, aChoice({ fit: 'cover' }), tv)).toEqual(of(facts, aChoice(), tv))
    expect(of(facts, aChoice({ fit: 'cover' }), led)).not.toEqual(of(facts, aChoice(), led))
  })

  it.each([
    [null, 1],
    [2, 2],
    [9, 2],
    [0, 1],
  ])('of a document, page %s, shows page %i', (page, shown) => {
    expect(of(documentFacts(), aChoice({ page }), building)).toMatchObject({ kind: 'image', page: shown })
  })

  it('of an image has no page, whatever was chosen', () => {
    expect(of(imageFacts(), aChoice({ page: 3 }))).toEqual(of(imageFacts(), aChoice()))
  })
})

describe('specFor, a film', () => {
  it('is whole', () => {
    expect(of(videoFacts({ aigc: 'x' }), aChoice(), bus)).toEqual({
      ...{
        kind: 'video',
        recipe: 1,
        width: 1280,
        height: 720,
        fit: 'contain',
        format: 'h264',
        profile: 'high',
      },
      ...{ framed: false, frameRate: '30000/1001', trim: null, sound: true, lufs: -24, aigc: 'x' },
    })
  })

  it.each([
    ['full HD', 1920, 1080, 'contain', led, 384, 216],
    ['full HD', 1920, 1080, 'cover', led, 384, 256],
    ['full HD', 1920, 1080, 'contain', strip, 640, 360],
    ['full HD', 1920, 1080, 'cover', strip, 1920, 360],
    ['full HD', 1920, 1080, 'contain', building, 1080, 608],
    ['full HD', 1920, 1080, 'cover', building, 608, 1080],
    ['full HD', 1920, 1080, 'cover', tv, 1920, 1080],
    ['small', 320, 240, 'contain', tv, 320, 240],
    ['small', 320, 240, 'cover', tv, 320, 180],
    ['odd', 323, 181, 'contain', tv, 322, 180],
    ['8K', 7680, 4320, 'contain', aScreen({ width: 16384, height: 9216 }), 3840, 2160],
    ['of a line', 8192, 2, 'contain', tv, 1920, 2],
  ] as const)('of %s %ix%i, %s, is %#', (_name, width, height, fit, screen, w, h) => {
    expect(of(videoFacts({ width, height }), aChoice({ fit }), screen)).toMatchObject({ width: w, height: h })
  })

  it.each([
    ['full HD', 1920, 1080, 720, 480],
    ['portrait', 1080, 1920, 960, 640],
  ])('gets the screen’s shape where no page shows it: %s', (_name, width, height, w, h) => {
    const box = { width: w, height: h, page: false }
    const spec = of(videoFacts({ width, height }), aChoice(), aScreen(box))
    expect(spec).toMatchObject({ width: w, height: h, framed: true, profile: 'main' })
  })

  it('is never larger than it was, framed or not', () => {
    const spec = of(videoFacts({ width: 320, height: 240 }), aChoice(), aScreen({ page: false }))
    expect(spec).toMatchObject({ width: 426, height: 240, framed: true })
  })

  it('has no sound, and so no loudness, where none is heard', () => {
    const silent = { sound: false, lufs: null }
    expect(of(videoFacts(), aChoice(), led)).toMatchObject(silent)
    expect(of(videoFacts({ audioCodec: null }))).toMatchObject(silent)
    expect(of(videoFacts({ analysis: analysed({ silent: true }) }))).toMatchObject(silent)
    expect(of(videoFacts(), aChoice(), aScreen({ formats: ['h264'] }))).toMatchObject(silent)
    expect(of(videoFacts(), aChoice(), aScreen({ lufs: null }))).toMatchObject({ sound: true, lufs: null })
  })

  it('is one rendition for two silent screens of one size, whatever loudness stands in their profiles', () => {
    const quiet = of(videoFacts(), aChoice(), { ...led, lufs: -24 })
    expect(quiet).toEqual(of(videoFacts(), aChoice(), { ...led, lufs: -16 }))
  })

  it.each([
    ['head and tail', true, { blackHead: 1.5, blackTail: 2 }, { from: 1.5, to: 28 }],
    ['a head', true, { blackHead: 1.5 }, { from: 1.5, to: 30 }],
    ['nothing', true, {}, null],
    ['a blink', true, { blackHead: 0.1 }, null],
    ['all', true, { blackHead: 15, blackTail: 15 }, null],
    ['what was not asked for', false, { blackHead: 1.5 }, null],
  ])('is without its black: %s', (_name, trimBlack, black, trim) => {
    const facts = videoFacts({ analysis: analysed(black) })
    expect(of(facts, aChoice({ trimBlack }))).toMatchObject({ trim })
  })

  it('is none for a screen that plays no H.264', () => {
    expect(of(videoFacts(), aChoice(), aScreen({ formats: ['jpeg', 'h265'] }))).toBeNull()
  })
})

describe('specFor, a song', () => {
  it.each([
    [['aac', 'mp3'], { kind: 'audio', recipe: 1, format: 'aac', lufs: -24, aigc: null }],
    [['mp3'], { kind: 'audio', recipe: 1, format: 'mp3', lufs: -24, aigc: null }],
    [['jpeg'], null],
  ])('for %j', (formats, spec) => {
    expect(of(audioFacts(), aChoice(), aScreen({ formats }))).toEqual(spec)
  })

  it('is one for all screens of a loudness, and none for a silent one', () => {
    expect(of(audioFacts(), aChoice({ fit: 'cover' }), bus)).toEqual(of(audioFacts(), aChoice(), tv))
    expect(of(audioFacts(), aChoice(), led)).toBeNull()
  })
})

const slogan: ManifestText = {
  ...{ body: ' 戴口罩 ', color: '#FFFFFF', background: '#b3161b', align: 'center', weight: 700 },
  ...{ motion: 'scroll', pixelsPerSecond: 60 },
}

describe('what no player page lays out', () => {
  const box = aScreen({ width: 384, height: 256, page: false })

  it('a text is a picture, however it would have moved', () => {
    const spec = textSpecFor(slogan, box)
    expect(spec).toEqual({
      ...{ kind: 'text', recipe: 1, width: 384, height: 256, format: 'webp' },
      ...{ body: '戴口罩', color: '#ffffff', background: '#b3161b', align: 'center', weight: 700 },
    })
    expect(textSpecFor({ ...slogan, motion: 'still', pixelsPerSecond: 120 }, box)).toEqual(spec)
  })

  it('nothing is made of texts and cards where the page does it, of an empty text, or without pictures', () => {
    expect(textSpecFor(slogan, tv)).toBeNull()
    expect(cardSpecFor({ title: '歌', cover: null }, tv)).toBeNull()
    expect(textSpecFor({ ...slogan, body: ' \n' }, box)).toBeNull()
    expect(textSpecFor(slogan, { ...box, formats: ['h264'] })).toBeNull()
  })

  it('a song has a card with its title, and its cover where there is one', () => {
    const cover = { facts: imageFacts({ aigc: 'x' }), sha256 }
    const common = { kind: 'card', recipe: 1, width: 384, height: 256, format: 'webp', title: '来吧' }
    expect(cardSpecFor({ title: '来吧', cover }, box)).toEqual({ ...common, cover: true, aigc: 'x' })
    expect(cardSpecFor({ title: '来吧', cover: null }, box)).toEqual({ ...common, cover: false, aigc: null })
  })
})

describe('specKey', () => {
  const spec = of(videoFacts(), aChoice(), bus) as RenditionSpec

  it('is the same for the same derivation, in whatever order its fields stand', () => {
    const turned = Object.fromEntries(Object.entries(spec).reverse()) as RenditionSpec
    expect(specKey(sha256, turned)).toBe(specKey(sha256, spec))
    expect(specKey(sha256, spec)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('stays what it was: renditions that are stored are found by it', () => {
    expect(specKey(sha256, { kind: 'audio', recipe: 1, format: 'aac', lufs: -24, aigc: null })).toBe(
      'dd5012a97ff0170412c0d8dc7d2e450ae79bfb28ad5d4784b854458afa36fc26',
    )
  })

  it('differs by origin and by every field', () => {
    const keys = new Set([specKey(sha256, spec), specKey('b'.repeat(64), spec), specKey(null, spec)])
    for (const field of Object.keys(spec)) keys.add(specKey(sha256, { ...spec, [field]: 'other' } as never))
    expect(keys.size).toBe(3 + Object.keys(spec).length)
  })
})

describe('films of any size on any screen', () => {
  const side = fc.integer({ min: 2, max: 8192 })
  const fit = fc.constantFrom('contain' as const, 'cover' as const)
  const shape = fc.record({
    width: fc.integer({ min: 16, max: 4096 }),
    height: fc.integer({ min: 16, max: 4096 }),
  })

  it('are even, inside the screen, and no larger than they were', () => {
    fc.assert(
      fc.property(side, side, fit, shape, fc.boolean(), (width, height, chosen, box, page) => {
        const facts = videoFacts({ width, height })
        const spec = of(facts, aChoice({ fit: chosen }), aScreen({ ...box, page }))
        if (spec?.kind !== 'video') throw new Error('no film')
        expect([spec.width % 2, spec.height % 2]).toEqual([0, 0])
        expect(spec.width <= Math.max(2, box.width) && spec.height <= Math.max(2, box.height)).toBe(true)
        if (!spec.framed) expect(spec.width <= width && spec.height <= height).toBe(true)
      }),
    )
  })
})
