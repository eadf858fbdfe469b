import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompileInput, compile } from '../../../src/manifest/compile'
import { type ManifestContent, manifestSchema } from '../../../src/manifest/manifest'

const hash = (character: string) => character.repeat(64)

const image = (file: string): ManifestContent => ({
  kind: 'image',
  file,
  fit: 'contain',
  volume: 1,
  label: '海报',
})

function anInput(over: Partial<CompileInput> = {}): CompileInput {
  const item = { content: 'c-1', schedule: 's-1', seconds: 10.5 }
  const segment = {
    from: 0,
    to: 3_600_000,
    anchor: 0,
    level: 'normal' as const,
    schedules: ['s-1'],
    muted: false,
  }
  return {
    timeline: {
      from: 0,
      to: 7_200_000,
      segments: [
        { ...segment, loop: [item] },
        { ...segment, from: 3_600_000, to: 7_200_000, level: 'off', schedules: [], loop: [] },
      ],
    },
    contents: new Map([
      ['c-1', image(hash('a'))],
      ['c-unused', image(hash('b'))],
    ]),
    files: new Map([
      [hash('a'), { url: '/media/a', bytes: 1, type: 'image/jpeg' }],
      [hash('b'), { url: '/media/b', bytes: 2, type: 'image/jpeg' }],
    ]),
    screen: { width: 384, height: 256, rotate: 0 },
    pollSeconds: 30,
    ...over,
  }
}

describe('compile', () => {
  it('gives a manifest of the contract, holding only what its loops name', () => {
    const manifest = manifestSchema.parse(JSON.parse(compile(anInput()).body.toString()))
    expect(Object.keys(manifest.contents)).toEqual(['c-1'])
    expect(Object.keys(manifest.files)).toEqual([hash('a')])
    const [on, off] = manifest.segments
    expect(manifest.loops[String(on?.loop)]).toEqual([['c-1', 10_500, 's-1']])
    expect(off).toMatchObject({ level: 'off', loop: null })
    expect(manifest).toMatchObject({ from: 0, validUntil: 7_200_000, version: 1, withdrawn: [] })
  })

  it('names its bytes by their SHA-256', () => {
    const { body, sha256 } = compile(anInput())
    expect(sha256).toBe(createHash('sha256').update(body).digest('hex'))
  })

  it('shares one loop between segments that repeat it', () => {
    const input = anInput()
    const [first] = input.timeline.segments
    if (!first) throw new Error('no segment')
    const again = { ...first, from: 7_200_000, to: 9_000_000, anchor: 7_200_000 }
    const { body } = compile({ ...input, timeline: { from: 0, to: 9_000_000, segments: [first, again] } })
    expect(Object.keys(JSON.parse(body.toString()).loops)).toHaveLength(1)
  })

  it('brings a song with its file and its cover', () => {
    const song: ManifestContent = { ...image(hash('a')), kind: 'audio', cover: hash('b') }
    expect(compile(anInput({ contents: new Map([['c-1', song]]) })).files).toEqual([hash('a'), hash('b')])
  })

  it.each([
    ['content', { contents: new Map() }],
    ['file', { files: new Map() }],
  ])('refuses a timeline whose %s it was not given', (what, over) => {
    expect(() => compile(anInput(over))).toThrow(`unknown ${what}`)
  })

  it('gives the same bytes in whatever order its maps stand', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `c-${index}`)
    const loop = ids.map((content) => ({ content, schedule: 's-1', seconds: 1 }))
    const segment = {
      from: 0,
      to: 60_000,
      anchor: 0,
      level: 'normal' as const,
      schedules: ['s-1'],
      muted: false,
      loop,
    }
    const hashOf = (id: string) => createHash('sha256').update(id).digest('hex')
    const bytes = (order: string[]) =>
      compile(
        anInput({
          timeline: { from: 0, to: 60_000, segments: [segment] },
          contents: new Map(order.map((id) => [id, image(hashOf(id))])),
          files: new Map(order.map((id) => [hashOf(id), { url: id, bytes: 1, type: 'image/jpeg' }])),
        }),
      ).sha256
    const expected = bytes(ids)
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (order) => bytes(order) === expected),
    )
  })
})
