import { describe, expect, it } from 'vitest'
import type { Airing } from '../../../src/publish/airing'
import { classify } from '../../../src/publish/classes'
import { needs } from '../../../src/publish/needs'
import {
  aContent,
  aDisplay,
  anImage,
  aPlaylist,
  aProfile,
  aSchedule,
  aSnapshot,
  aSong,
} from '../../factories/documents'

const now = Date.parse('2026-10-01T04:00:00Z')
const hour = 3_600_000
const led = aProfile({ id: 'led' })
const strip = aProfile({ id: 'strip', width: 1920, height: 360 })
const poster = aContent({ id: 'poster', kind: 'poster', media: 'm' })

type Documents = Parameters<typeof aSnapshot>[0]

/** What two screens, a wall and a strip, need that play the playlist of one schedule. */
function needsOf(documents: Documents, airings: Record<string, Partial<Record<keyof Airing, object>>> = {}) {
  const snapshot = aSnapshot({
    media: [anImage({ id: 'm' })],
    contents: [poster],
    playlists: [aPlaylist('p', ['poster'])],
    schedules: [aSchedule({ id: 's', playlist: 'p' })],
    displays: [aDisplay({ id: 'a', profile: 'led' }), aDisplay({ id: 'b', profile: 'strip' })],
    profiles: [led, strip],
    ...documents,
  })
  const classes = classify(snapshot)
  const byClass = new Map(
    classes.flatMap(({ key, profile }) => {
      const given = airings[String(profile.id)]
      const maps = { contents: entries(given?.contents), schedules: entries(given?.schedules) }
      return given ? [[key, maps] as const] : []
    }),
  )
  return needs({ classes, documents: snapshot, airings: byClass, now })
}

const entries = (of: object = {}) => new Map(Object.entries(of) as [string, number][])
const sizes = (found: ReturnType<typeof needs>) =>
  found.map(({ spec }) => ('width' in spec ? `${spec.kind} ${spec.width}×${spec.height}` : spec.kind))

describe('what screens need', () => {
  it('is one file for each content and shape of screen, whatever the number of displays', () => {
    const displays = ['a', 'b', 'c'].map((id) => aDisplay({ id, profile: id === 'c' ? 'strip' : 'led' }))
    const found = needsOf({ displays })
    expect(sizes(found)).toEqual(['image 384×256', 'image 1920×360'])
    expect(found[0]).toMatchObject({ media: 'm', content: null, origin: anImage({ id: 'm' }).sha256 })
  })

  it('is one file for two profiles that come to the same', () => {
    const twin = aProfile({ id: 'twin', title: 'another name' })
    const displays = [aDisplay({ id: 'a', profile: 'led' }), aDisplay({ id: 'b', profile: 'twin' })]
    expect(needsOf({ displays, profiles: [led, twin] })).toMatchObject([{ profiles: ['led', 'twin'] }])
  })

  it.each<[string, Documents, string[]]>([
    [
      'a draft, to be ready at its approval',
      { contents: [{ ...poster, reviewStatus: 'draft' }] },
      ['image 384×256'],
    ],
    [
      'a disabled schedule: nothing',
      { schedules: [aSchedule({ id: 's', playlist: 'p', enabled: false })] },
      [],
    ],
    [
      'a schedule for other displays: nothing',
      { schedules: [aSchedule({ id: 's', playlist: 'p', targets: { displays: ['z'] } })] },
      [],
    ],
    [
      'the filler of a display',
      { schedules: [], displays: [aDisplay({ id: 'a', filler: 'p' })] },
      ['image 384×256'],
    ],
    [
      'a file that is not processed yet: nothing',
      { media: [anImage({ id: 'm', state: 'processing', renditions: [] })] },
      [],
    ],
    [
      'a content whose time is over: nothing',
      { contents: [{ ...poster, validUntil: '2026-09-30T00:00:00.000Z' }] },
      [],
    ],
    ['a screen hung upright', { profiles: [aProfile({ id: 'led', rotate: 90 })] }, ['image 256×384']],
    ['a slogan where the page lays it out: nothing', { contents: [aContent({ id: 'poster' })] }, []],
    [
      'a slogan for a screen without the page',
      { contents: [aContent({ id: 'poster' })], profiles: [aProfile({ id: 'led', page: false })] },
      ['text 384×256'],
    ],
    [
      'a song with its sound alone',
      {
        contents: [aContent({ id: 'poster', kind: 'song', media: 'm', cover: 'c' })],
        media: [aSong({ id: 'm' }), anImage({ id: 'c' })],
      },
      ['audio'],
    ],
    [
      'a song with its card, without the page',
      {
        contents: [aContent({ id: 'poster', kind: 'song', media: 'm', cover: 'c' })],
        media: [aSong({ id: 'm' }), anImage({ id: 'c' })],
        profiles: [aProfile({ id: 'led', page: false })],
      },
      ['audio', 'card 384×256'],
    ],
  ])('of %s', (_, documents, expected) => {
    const displays = [aDisplay({ id: 'a', profile: 'led' })]
    expect(sizes(needsOf({ displays, profiles: [led], ...documents }))).toEqual(expected)
  })
})

describe('when a screen needs it', () => {
  const starts = (start: string) => ({ schedules: [aSchedule({ id: 's', playlist: 'p', start })] })
  it.each<[string, Documents, Parameters<typeof needsOf>[1], (number | null)[]]>([
    [
      'as its manifest shows it',
      {},
      { led: { contents: { poster: now + hour } }, strip: { contents: { poster: now } } },
      [now, now + hour],
    ],
    [
      'a draft: when its schedule is on air',
      {},
      { led: { schedules: { s: now + hour } }, strip: { schedules: { s: now + 2 * hour } } },
      [now + hour, now + 2 * hour],
    ],
    [
      'in no manifest: when its schedule begins',
      starts('2026-10-01T18:00:00'),
      {},
      [now + 6 * hour, now + 6 * hour],
    ],
    ['in no manifest, its schedule on air: now', starts('2026-09-01T00:00:00'), {}, [now, now]],
    [
      'its schedule never active again: at no time',
      { schedules: [aSchedule({ id: 's', playlist: 'p', end: '2026-09-01T00:00:00' })] },
      {},
      [null, null],
    ],
  ])('%s', (_, documents, airings, expected) => {
    expect(needsOf(documents, airings).map(({ neededFrom }) => neededFrom)).toEqual(expected)
  })

  it('comes soonest first, and what has no time last', () => {
    const contents = ['late', 'never', 'soon'].map((id) => aContent({ id, kind: 'poster', media: id }))
    const found = needsOf(
      {
        contents,
        media: contents.map(({ id }) => anImage({ id, sha256: id.padEnd(64, '0') })),
        playlists: [aPlaylist('p', ['late', 'soon']), aPlaylist('f', ['never'])],
        displays: [aDisplay({ id: 'a', filler: 'f' })],
      },
      { led: { contents: { late: now + hour, soon: now } } },
    )
    expect(found.map(({ media }) => media)).toEqual(['soon', 'late', 'never'])
  })
})
