import { classInput } from '../../src/publish/class-input'
import { classify } from '../../src/publish/classes'
import type { ClassInput } from '../../src/publish/compile-class'
import { aContent, aDisplay, aPlaylist, aSchedule, aSnapshot } from './documents'

/** What a class of one display with two schedules is compiled from, over the week from 1 October 2026. */
export function aClassInput(over: { pollSeconds?: number } = {}): ClassInput {
  const snapshot = aSnapshot({
    contents: [aContent({ id: 'a' }), aContent({ id: 'b', seconds: 7.5 })],
    playlists: [aPlaylist('pa', ['a', 'b']), aPlaylist('pb', ['b'])],
    schedules: [
      aSchedule({ id: 'sa', playlist: 'pa', weight: 2 }),
      aSchedule({ id: 'sb', playlist: 'pb', playsPerHour: 6, dayparts: [{ from: '07:00', to: '09:00' }] }),
    ],
    displays: [aDisplay({ id: 'd', ...over })],
  })
  const [only] = classify(snapshot)
  if (!only) throw new Error('no class')
  const from = Date.parse('2026-10-01T00:00:00Z')
  return classInput(only, { ...snapshot, url: () => '' }, { from, to: from + 7 * 24 * 3_600_000 })
}
