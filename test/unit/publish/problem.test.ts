import { describe, expect, it } from 'vitest'
import { approvedContents } from '../../../src/publish/approved'
import { classInput } from '../../../src/publish/class-input'
import { classify } from '../../../src/publish/classes'
import { compileClass } from '../../../src/publish/compile-class'
import { parseProblem } from '../../../src/schedule'
import {
  aContent,
  aDisplay,
  aMedia,
  aPlaylist,
  aProfile,
  aSchedule,
  aSnapshot,
} from '../../factories/documents'

const range = { from: Date.parse('2026-10-01T00:00:00Z'), to: Date.parse('2026-10-02T00:00:00Z') }

function inputOf(documents: Parameters<typeof aSnapshot>[0]) {
  const snapshot = aSnapshot({ displays: [aDisplay({ id: 'd' })], ...documents })
  const [only] = classify(snapshot)
  if (!only) throw new Error('no class')
  const context = {
    ...snapshot,
    contents: approvedContents(snapshot),
    url: ({ sha256 }: { sha256: string }) => sha256,
  }
  return classInput(only, context, range)
}

const manifestOf = (documents: Parameters<typeof aSnapshot>[0]) => {
  const outcome = compileClass(inputOf(documents))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return { manifest: JSON.parse(outcome.compiled.body.toString()), refused: outcome.refused }
}

describe('classInput', () => {
  it('says every field of a schedule as the core takes it', () => {
    const schedule = aSchedule({
      id: 's',
      playlist: 'p',
      priority: 3,
      weight: 2,
      timezone: 'Asia/Urumqi',
      start: '2026-09-01T00:00',
      end: '2026-11-01T00:00',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,TH',
      exdates: ['2026-10-05'],
      rdates: ['2026-10-06'],
      dayTypes: ['workday'],
      dayparts: [{ days: ['mo', 'th'], from: '07:00', to: '09:00' }],
    })
    const { problem } = inputOf({
      contents: [aContent({ id: 'c' })],
      playlists: [aPlaylist('p', ['c'])],
      schedules: [schedule],
    })
    expect(parseProblem(problem)).toMatchObject({ ok: true })
    expect(problem.schedules).toMatchObject([
      {
        id: 's',
        priority: 3,
        weight: 2,
        timezone: 'Asia/Urumqi',
        start: '2026-09-01T00:00',
        end: '2026-11-01T00:00',
        rrule: 'FREQ=WEEKLY;BYDAY=MO,TH',
        exdates: ['2026-10-05'],
        rdates: ['2026-10-06'],
        dayTypes: ['workday'],
        dayparts: [{ days: ['mo', 'th'], from: '07:00', to: '09:00' }],
        targets: { all: true },
      },
    ])
  })

  it.each([
    ['draft', {}],
    ['in-review', {}],
    ['rejected', {}],
    ['approved', { text: '  ' }],
    ['approved', { kind: 'poster', media: 'processing' }],
    ['approved', { kind: 'poster', media: 'gone' }],
  ] as const)('leaves out what is %s %j', (reviewStatus, over) => {
    const { manifest } = manifestOf({
      media: [aMedia({ id: 'processing', state: 'processing', renditions: [] })],
      contents: [aContent({ id: 'shown' }), aContent({ id: 'hidden', reviewStatus, ...over })],
      playlists: [aPlaylist('p', ['hidden', 'shown'])],
      schedules: [aSchedule({ id: 's', playlist: 'p' })],
    })
    expect(Object.keys(manifest.contents)).toEqual(['shown'])
  })

  it('leaves a display with nothing approved on its standby card', () => {
    const { manifest } = manifestOf({
      contents: [aContent({ id: 'hidden', reviewStatus: 'draft' })],
      playlists: [aPlaylist('p', ['hidden']), aPlaylist('empty', [])],
      schedules: [aSchedule({ id: 's', playlist: 'p' }), aSchedule({ id: 't', playlist: 'empty' })],
      displays: [aDisplay({ id: 'd', filler: 'p' })],
    })
    expect(manifest.segments.map(({ level }: { level: string }) => level)).toEqual(['standby', 'standby'])
  })

  it('brings every kind as a screen shows it', () => {
    const ids = ['poster', 'video', 'song', 'notice', 'web']
    const media = [aMedia({ id: 'a' }), aMedia({ id: 'b' })]
    const { manifest } = manifestOf({
      media,
      contents: [
        aContent({ id: 'poster', kind: 'poster', media: 'a', fit: 'cover' }),
        aContent({ id: 'video', kind: 'video', media: 'a', volume: 0.5 }),
        aContent({ id: 'song', kind: 'song', media: 'a', cover: 'b', title: '让爱点燃希望' }),
        aContent({ id: 'notice', kind: 'notice', text: '停水通知' }),
        aContent({ id: 'web', kind: 'web', url: 'https://example.org/' }),
      ],
      playlists: [aPlaylist('p', ids)],
      schedules: [aSchedule({ id: 's', playlist: 'p' })],
    })
    expect(manifest.contents).toMatchObject({
      poster: { kind: 'image', file: media[0]?.sha256, fit: 'cover' },
      video: { kind: 'video', volume: 0.5 },
      song: { kind: 'audio', cover: media[1]?.sha256, label: '让爱点燃希望' },
      notice: { kind: 'text', text: { body: '停水通知', motion: 'still' } },
      web: { kind: 'web', url: 'https://example.org/' },
    })
  })

  it.each([
    ['workday', 'standby'],
    ['dayoff', 'normal'],
  ] as const)('knows National Day for a day off: on a %s schedule it is %s', (dayType, level) => {
    const { manifest } = manifestOf({
      contents: [aContent({ id: 'c' })],
      playlists: [aPlaylist('p', ['c'])],
      schedules: [aSchedule({ id: 's', playlist: 'p', dayTypes: [dayType] })],
    })
    expect(manifest.segments.map((segment: { level: string }) => segment.level)).toEqual([level, level])
  })

  it('silences screens without sound', () => {
    const { manifest } = manifestOf({
      media: [aMedia({ id: 'a' })],
      contents: [aContent({ id: 'video', kind: 'video', media: 'a' })],
      playlists: [aPlaylist('p', ['video'])],
      schedules: [aSchedule({ id: 's', playlist: 'p' })],
      profiles: [aProfile({ id: 'led', audio: false })],
    })
    expect(manifest.contents.video.volume).toBe(0)
  })
})

describe('compileClass', () => {
  it('leaves out the schedule that the core refuses, and tells of it', () => {
    const { manifest, refused } = manifestOf({
      contents: [aContent({ id: 'c' })],
      playlists: [aPlaylist('p', ['c'])],
      schedules: [
        aSchedule({ id: 'bad', playlist: 'p', rrule: 'FREQ=HOURLY', start: '2026-01-01T00:00' }),
        aSchedule({ id: 'good', playlist: 'p' }),
      ],
    })
    expect(refused.map(({ pointer }) => pointer)).toEqual(['/schedules/0/rrule'])
    expect(JSON.stringify(manifest.loops)).toContain('good')
  })

  it('gives equal bytes for equal documents', () => {
    const documents = {
      contents: [aContent({ id: 'a' }), aContent({ id: 'b', seconds: 7 })],
      playlists: [aPlaylist('p', ['a', 'b'])],
      schedules: [aSchedule({ id: 's', playlist: 'p' }), aSchedule({ id: 't', playlist: 'p', weight: 3 })],
    }
    const turned = {
      contents: [...documents.contents].reverse(),
      playlists: documents.playlists,
      schedules: [...documents.schedules].reverse(),
    }
    expect(manifestOf(turned)).toEqual(manifestOf(documents))
  })
})
