import { expect, it } from 'vitest'
import { createAdviser } from '../../../src/publish/adviser'
import { aContent, aDisplay, aPlaylist, aSchedule, aSnapshot } from '../../factories/documents'

const now = () => Date.parse('2026-09-07T00:00:00Z')
const timezone = 'Asia/Shanghai'
const contents = [aContent({ id: 'c', seconds: 20 })]
const displays = [aDisplay({ id: 'd', filler: 'p' })]
const schedule = aSchedule({ id: 's', playlist: 'p' })
const booked = { ...schedule, playsPerHour: 240 }

it('waits for what was saved before, and sees the schedule that is being saved', async () => {
  const snapshot = aSnapshot({ contents, displays })
  const publisher = {
    snapshot: () => snapshot,
    // The playlist was saved a moment ago.
    idle: async () => void snapshot.playlists.set('p', aPlaylist('p', ['c'])),
  }
  const warnings = await createAdviser({ publisher, now, timezone }).ofSaved({ before: null, after: booked })
  expect(warnings.map(({ code }) => code)).toEqual(['overbooked'])
})

it('waits for no publisher that is busy for long', async () => {
  const snapshot = aSnapshot({ contents, displays, playlists: [aPlaylist('p', ['c'])] })
  const publisher = { snapshot: () => snapshot, idle: () => new Promise<void>(() => undefined) }
  const warnings = await createAdviser({ publisher, now, timezone }).ofSaved({ before: null, after: booked })
  expect(warnings.map(({ code }) => code)).toEqual(['overbooked'])
})

it('knows of a form what is on air before it', async () => {
  const playlists = [aPlaylist('p', ['c'])]
  const snapshot = aSnapshot({ contents, displays, playlists, schedules: [schedule] })
  const publisher = { snapshot: () => snapshot, idle: async () => undefined }
  const warnings = await createAdviser({ publisher, now, timezone }).ofDraft({ ...schedule, enabled: false })
  expect(warnings?.map(({ code }) => code)).toEqual(['gap'])
})
