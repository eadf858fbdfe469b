import { expect, it } from 'vitest'
import type { Manifest, ManifestSegment } from '../../../src/manifest/manifest'
import { airingOf } from '../../../src/publish/airing'

const segment = (from: number, to: number, loop: string | null): ManifestSegment => ({
  from,
  to,
  loop,
  anchor: from,
  level: 'normal',
  muted: false,
  layout: null,
})
const loops: Manifest['loops'] = {
  day: [
    ['poster', 8000, 's1'],
    ['film', 9000, 's2'],
  ],
  night: [['poster', 8000, 's3']],
  filler: [['card', 8000, null]],
}
const segments = [
  segment(0, 100, 'night'),
  segment(100, 200, 'day'),
  segment(200, 300, null),
  segment(300, 400, 'filler'),
]

it.each([
  ['before all of it', 0, { poster: 0, film: 100, card: 300 }, { s3: 0, s1: 100, s2: 100 }],
  ['in the middle of a segment', 150, { poster: 150, film: 150, card: 300 }, { s1: 150, s2: 150 }],
  ['at the end of one', 200, { card: 300 }, {}],
  ['after all of it', 400, {}, {}],
])('tells what is on air next, seen from %s', (_, now, contents, schedules) => {
  const airing = airingOf({ segments, loops }, now)
  expect(Object.fromEntries(airing.contents)).toEqual(contents)
  expect(Object.fromEntries(airing.schedules)).toEqual(schedules)
})
