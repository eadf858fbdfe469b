import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMedia, aPlaylist, aProfile, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let rest: Rest
let ids: Record<'image' | 'video' | 'audio' | 'failed' | 'content' | 'playlist' | 'profile', string>

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('administrator')
  const content = await aSlogan(cms.payload)
  ids = {
    image: await aMedia(cms.payload, 'image'),
    video: await aMedia(cms.payload, 'video'),
    audio: await aMedia(cms.payload, 'audio'),
    failed: await aMedia(cms.payload, 'image', { state: 'failed' }),
    content,
    playlist: await aPlaylist(cms.payload, [content]),
    profile: await aProfile(cms.payload),
  }
})
afterAll(() => cms.stop())

const nowhere = '00000000-0000-4000-8000-000000000000'
const slogan = { title: 't', kind: 'slogan', text: '好' }
const poster = () => ({ title: 't', kind: 'poster', media: ids.image })
const schedule = () => ({ title: 't', playlist: ids.playlist, targets: { all: true }, level: 'normal' })
const display = () => ({ name: 'd', channel: 'led', profile: ids.profile, timezone: 'Asia/Shanghai' })
const profile = { title: 'p', width: 100, height: 100 }
const daypart = (from: string, to: string, days?: string[]) => ({ dayparts: [{ from, to, days }] })

type Case = [what: string, collection: string, body: () => object, faults: [path: string, code: string][]]

const refused: Case[] = [
  ['a poster without media', 'contents', () => ({ ...poster(), media: null }), [['media', 'media-required']]],
  [
    'a video that is an image',
    'contents',
    () => ({ ...poster(), kind: 'video' }),
    [['media', 'media-kind-mismatch']],
  ],
  [
    'a poster that is a song',
    'contents',
    () => ({ ...poster(), media: ids.audio }),
    [['media', 'media-kind-mismatch']],
  ],
  [
    'a song with a video for a cover',
    'contents',
    () => ({ title: 't', kind: 'song', media: ids.audio, cover: ids.video }),
    [['cover', 'media-kind-mismatch']],
  ],
  [
    'a poster whose file failed',
    'contents',
    () => ({ ...poster(), media: ids.failed }),
    [['media', 'media-failed']],
  ],
  ['media that is not there', 'contents', () => ({ ...poster(), media: nowhere }), [['media', 'not-found']]],
  ['a slogan without words', 'contents', () => ({ ...slogan, text: '  ' }), [['text', 'text-required']]],
  ['a notice without words', 'contents', () => ({ title: 't', kind: 'notice' }), [['text', 'text-required']]],
  [
    'a web page without an address',
    'contents',
    () => ({ title: 't', kind: 'web' }),
    [['url', 'url-required']],
  ],
  [
    'a script for an address',
    'contents',
    () => ({ title: 't', kind: 'web', url: 'javascript:alert(1)' }),
    [['url', 'url-invalid']],
  ],
  [
    'a colour by name',
    'contents',
    () => ({ ...slogan, style: { color: 'red' } }),
    [['style.color', 'color-invalid']],
  ],
  [
    'a weight that no font has',
    'contents',
    () => ({ ...slogan, style: { weight: 450 } }),
    [['style.weight', 'choice-invalid']],
  ],
  ['no time at all', 'contents', () => ({ ...slogan, seconds: 0 }), [['seconds', 'seconds-out-of-range']]],
  [
    'more than a day',
    'contents',
    () => ({ ...slogan, seconds: 86_400.5 }),
    [['seconds', 'seconds-out-of-range']],
  ],
  [
    'four decimals',
    'contents',
    () => ({ ...slogan, seconds: 1.2345 }),
    [['seconds', 'seconds-out-of-range']],
  ],
  [
    'a validity that ends before it starts',
    'contents',
    () => ({ ...slogan, validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }),
    [['validUntil', 'valid-until-not-after']],
  ],
  [
    'several faults at once',
    'contents',
    () => ({ ...slogan, text: '', seconds: -1 }),
    [
      ['text', 'text-required'],
      ['seconds', 'seconds-out-of-range'],
    ],
  ],
  ['an empty playlist', 'playlists', () => ({ title: 't', entries: [] }), [['entries', 'entries-required']]],
  ['a playlist without entries', 'playlists', () => ({ title: 't' }), [['entries', 'entries-required']]],
  [
    'an entry of no time',
    'playlists',
    () => ({ title: 't', entries: [{ content: ids.content }, { content: ids.content, seconds: 0 }] }),
    [['entries.1.seconds', 'seconds-out-of-range']],
  ],
  [
    'an entry of nothing',
    'playlists',
    () => ({ title: 't', entries: [{ content: nowhere }] }),
    [['entries.0.content', 'not-found']],
  ],
  [
    'an end before the start',
    'schedules',
    () => ({ ...schedule(), start: '2026-02-01T00:00', end: '2026-01-01T00:00' }),
    [['end', 'end-not-after-start']],
  ],
  [
    'an end at the start',
    'schedules',
    () => ({ ...schedule(), start: '2026-02-01T00:00', end: '2026-02-01T00:00' }),
    [['end', 'end-not-after-start']],
  ],
  [
    'a start that is no time',
    'schedules',
    () => ({ ...schedule(), start: '2026-02-30T00:00' }),
    [['start', 'bad-time']],
  ],
  [
    'a zone that is none',
    'schedules',
    () => ({ ...schedule(), timezone: 'Mars/Olympus' }),
    [['timezone', 'bad-timezone']],
  ],
  [
    'a daypart at 25 hours',
    'schedules',
    () => ({ ...schedule(), ...daypart('25:00', '26:00') }),
    [
      ['dayparts.0.from', 'bad-time'],
      ['dayparts.0.to', 'bad-time'],
    ],
  ],
  [
    'an empty daypart',
    'schedules',
    () => ({ ...schedule(), ...daypart('07:00', '07:00') }),
    [['dayparts.0.from', 'empty-daypart']],
  ],
  [
    'a takeover that is booked',
    'schedules',
    () => ({ ...schedule(), level: 'takeover', playsPerHour: 4 }),
    [['playsPerHour', 'booking-not-allowed']],
  ],
  [
    'an emergency that is booked',
    'schedules',
    () => ({ ...schedule(), level: 'emergency', playsPerHour: 4 }),
    [['playsPerHour', 'booking-not-allowed']],
  ],
  [
    '241 plays an hour',
    'schedules',
    () => ({ ...schedule(), playsPerHour: 241 }),
    [['playsPerHour', 'booking-out-of-range']],
  ],
  [
    'half a play an hour',
    'schedules',
    () => ({ ...schedule(), playsPerHour: 0.5 }),
    [['playsPerHour', 'booking-out-of-range']],
  ],
  ['no weight', 'schedules', () => ({ ...schedule(), weight: 0 }), [['weight', 'weight-not-positive']]],
  ['a broken priority', 'schedules', () => ({ ...schedule(), priority: 1.5 }), [['priority', 'not-whole']]],
  [
    'a rule without a start',
    'schedules',
    () => ({ ...schedule(), rrule: 'FREQ=DAILY' }),
    [['rrule', 'rule-without-start']],
  ],
  [
    'a rule by the hour',
    'schedules',
    () => ({ ...schedule(), start: '2026-01-01T00:00', rrule: 'FREQ=HOURLY' }),
    [['rrule', 'rule-sub-daily']],
  ],
  [
    'nonsense for a rule',
    'schedules',
    () => ({ ...schedule(), start: '2026-01-01T00:00', rrule: 'every day' }),
    [['rrule', 'bad-rule']],
  ],
  [
    'COUNT with UNTIL',
    'schedules',
    () => ({ ...schedule(), start: '2026-01-01T00:00', rrule: 'FREQ=DAILY;COUNT=3;UNTIL=20270101' }),
    [['rrule', 'count-with-until']],
  ],
  [
    'a date left out that is none',
    'schedules',
    () => ({ ...schedule(), exdates: ['2026-13-01'] }),
    [['exdates', 'bad-date']],
  ],
  [
    'a playlist that is not there',
    'schedules',
    () => ({ ...schedule(), playlist: nowhere }),
    [['playlist', 'not-found']],
  ],
  [
    'a group that is not there',
    'schedules',
    () => ({ ...schedule(), targets: { groups: [nowhere] } }),
    [['targets.groups', 'not-found']],
  ],
  [
    'a display in no zone',
    'displays',
    () => ({ ...display(), timezone: 'Beijing' }),
    [['timezone', 'bad-timezone']],
  ],
  [
    'a display open for no time',
    'displays',
    () => ({ ...display(), operatingHours: [{ from: '06:00', to: '06:00' }] }),
    [['operatingHours.0.from', 'empty-daypart']],
  ],
  [
    'quiet hours that are none',
    'displays',
    () => ({ ...display(), quietHours: [{ from: '9pm', to: '06:00' }] }),
    [['quietHours.0.from', 'bad-time']],
  ],
  [
    'half a day ahead',
    'displays',
    () => ({ ...display(), horizonDays: 1.5 }),
    [['horizonDays', 'not-whole']],
  ],
  [
    'a profile that is not there',
    'displays',
    () => ({ ...display(), profile: nowhere }),
    [['profile', 'not-found']],
  ],
  [
    'a screen hung askew',
    'display-profiles',
    () => ({ ...profile, rotate: 45 }),
    [['rotate', 'choice-invalid']],
  ],
  ['half a pixel', 'display-profiles', () => ({ ...profile, width: 100.5 }), [['width', 'not-whole']]],
  [
    'a campaign that ends first',
    'campaigns',
    () => ({ title: 't', start: '2026-02-02', end: '2026-02-01' }),
    [['end', 'campaign-end-before-start']],
  ],
]

describe('refuses, stores nothing and says where and why', () => {
  it.each(refused)('%s', async (_, collection, body, faults) => {
    const before = await cms.payload.count({ collection: collection as 'contents' })
    const { status, body: answer } = await rest('POST', `/${collection}`, body())
    expect(status).toBe(400)
    const errors = answer.errors[0]?.data.errors ?? []
    expect(errors.map(({ path, code }) => [path, code])).toEqual(faults)
    for (const { message } of errors) expect(message).not.toMatch(/[{}]/)
    expect(await cms.payload.count({ collection: collection as 'contents' })).toEqual(before)
  })
})

const accepted: [what: string, collection: string, body: () => object][] = [
  ['a poster', 'contents', poster],
  ['a video', 'contents', () => ({ title: 't', kind: 'video', media: ids.video })],
  [
    'a song with a cover',
    'contents',
    () => ({ title: 't', kind: 'song', media: ids.audio, cover: ids.image }),
  ],
  ['a web page', 'contents', () => ({ title: 't', kind: 'web', url: 'https://example.org/' })],
  ['a millisecond over the least', 'contents', () => ({ ...slogan, seconds: 0.101 })],
  ['a day long', 'contents', () => ({ ...slogan, seconds: 86_400 })],
  [
    'a whole schedule',
    'schedules',
    () => ({
      ...schedule(),
      start: '2026-01-01T00:00',
      end: '2026-02-01T00:00',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,WE',
      exdates: ['2026-01-05'],
      dayTypes: ['workday'],
      timezone: 'Asia/Urumqi',
      ...daypart('22:00', '02:00', ['fr']),
    }),
  ],
  [
    'a display that closes at midnight',
    'displays',
    () => ({ ...display(), operatingHours: [{ from: '06:00', to: '24:00' }] }),
  ],
  ['a campaign of one day', 'campaigns', () => ({ title: 't', start: '2026-02-01', end: '2026-02-01' })],
]

it.each(accepted)('accepts %s', async (_, collection, body) => {
  const { status, body: answer } = await rest('POST', `/${collection}`, body())
  expect(answer.errors).toBeUndefined()
  expect(status).toBe(201)
})

it('checks a change against what it leaves as it was', async () => {
  const { body } = await rest('POST', '/schedules', { ...schedule(), start: '2026-02-01T00:00' })
  const answer = await rest('PATCH', `/schedules/${body.doc.id}`, { end: '2026-01-01T00:00' })
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]?.data.errors[0]).toMatchObject({ path: 'end', code: 'end-not-after-start' })
})

it.each([
  ['zh' as const, '节目单至少要有一个节目'],
  ['en' as const, 'A playlist needs at least one entry'],
])('speaks %s', async (language, message) => {
  const speaking = await cms.as('administrator', { language })
  const { body } = await speaking('POST', '/playlists', { title: 't', entries: [] })
  expect(body.errors[0]?.data.errors[0]?.message).toBe(message)
})

describe('seconds', () => {
  it.each([
    ['a slogan', () => slogan, 10],
    ['a poster', poster, 10],
    ['a video', () => ({ title: 't', kind: 'video', media: ids.video }), 12.346],
    ['a song', () => ({ title: 't', kind: 'song', media: ids.audio }), 12.346],
    ['a video cut short', () => ({ title: 't', kind: 'video', media: ids.video, seconds: 5 }), 5],
  ])('of %s', async (_, body, seconds) => {
    const { body: answer } = await rest('POST', '/contents', body())
    expect(answer.doc).toMatchObject({ seconds })
  })

  it('follow the file when it is replaced', async () => {
    const { body } = await rest('POST', '/contents', { title: 't', kind: 'video', media: ids.video })
    const media = await aMedia(cms.payload, 'video', { facts: { kind: 'video', seconds: 30 } })
    const { body: changed } = await rest('PATCH', `/contents/${body.doc.id}`, { media })
    expect(changed.doc).toMatchObject({ seconds: 30 })
  })
})
