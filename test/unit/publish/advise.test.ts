import { describe, expect, it } from 'vitest'
import type { ScheduleWarning } from '../../../src/cms/collections/schedules/warnings'
import type { Schedule } from '../../../src/cms/payload-types'
import { type AdviseOptions, advise } from '../../../src/publish/advise'
import { aContent, aDisplay, aPlaylist, aSchedule, aSnapshot } from '../../factories/documents'

/** A Monday, 08:00 in Shanghai. */
const now = Date.parse('2026-09-07T00:00:00Z')

const contents = [
  aContent({ id: 'c', seconds: 10 }),
  aContent({ id: 'long', seconds: 600 }),
  aContent({ id: 'ends', validUntil: '2026-09-08T12:00:00.000Z' }),
  aContent({ id: 'over', validUntil: '2026-08-01T00:00:00.000Z' }),
  aContent({ id: 'draft', reviewStatus: 'draft', seconds: null }),
]
const playlists = contents.map(({ id }) => aPlaylist(id, [id]))
const square = aDisplay({ id: 'square', name: '广场', groups: ['outdoor'], filler: 'c' })
const bus = aDisplay({
  id: 'bus',
  name: '公交',
  groups: ['outdoor'],
  filler: 'c',
  quietHours: [{ from: '21:00', to: '08:00' }],
})

type Over = Omit<Partial<Schedule>, 'playlist'> & { playlist?: string }
const schedule = (over: Over = {}) => aSchedule({ id: 's', playlist: 'c', title: '本排期', ...over })
const other = (over: Over = {}) => aSchedule({ id: 'o', playlist: 'c', title: '早高峰', ...over })

async function adviceOn(
  after: Schedule,
  more: Partial<AdviseOptions> & {
    others?: Schedule[]
    displays?: Parameters<typeof aSnapshot>[0]['displays']
  } = {},
): Promise<ScheduleWarning[]> {
  const { others = [], displays = [square], ...options } = more
  const snapshot = aSnapshot({ contents, playlists, displays, schedules: others })
  const warnings = await advise({
    snapshot,
    before: null,
    after,
    now,
    timezone: 'Asia/Shanghai',
    isOver: () => false,
    pause: async () => undefined,
    ...options,
  })
  if (!warnings) throw new Error('not a schedule')
  return warnings
}
const said = (warnings: ScheduleWarning[]) => warnings.map(({ code, field }) => `${code} ${field}`)

describe('advise', () => {
  it.each<[string, Schedule, Schedule[], string[]]>([
    ['a schedule that plays', schedule(), [], []],
    ['one that shares', schedule(), [other()], []],
    [
      'more plays than the hour holds',
      schedule({ playsPerHour: 240, playlist: 'long' }),
      [],
      ['overbooked playsPerHour'],
    ],
    [
      'bookings that do not fit together',
      schedule({ playsPerHour: 5, playlist: 'long' }),
      [other({ playsPerHour: 5, playlist: 'long' })],
      ['overbooked playsPerHour'],
    ],
    [
      'a booking beside a long film',
      schedule({ playsPerHour: 30 }),
      [other({ playlist: 'long' })],
      ['booking-missed playsPerHour'],
    ],
    [
      'a long film beside a booking',
      schedule({ playlist: 'long' }),
      [other({ playsPerHour: 30 })],
      ['booking-missed playlist'],
    ],
    ['a lower level', schedule({ level: 'filler' }), [other()], ['always-outranked level']],
    ['a lower priority', schedule(), [other({ priority: 1 })], ['always-outranked priority']],
    ['what outranks another', schedule({ level: 'takeover' }), [other()], ['always-outranked level']],
    ['what outranks an equal', schedule({ priority: 1 }), [other()], ['always-outranked priority']],
    [
      'what outranks what was outranked before',
      schedule({ level: 'takeover' }),
      [other(), aSchedule({ id: 'p', playlist: 'c', level: 'emergency' })],
      ['always-outranked level'],
    ],
    [
      'two takeovers',
      schedule({ level: 'takeover', dayparts: [{ from: '12:00', to: '13:00' }] }),
      [other({ level: 'takeover', dayparts: [{ from: '12:30', to: '14:00' }] })],
      ['takeover-conflict priority'],
    ],
    ['nothing approved', schedule({ playlist: 'draft' }), [], ['nothing-playable playlist']],
    [
      'nothing valid',
      schedule({ playlist: 'over', start: '2026-09-01T00:00' }),
      [],
      ['nothing-playable playlist'],
    ],
    ['contents that end', schedule({ playlist: 'ends' }), [], ['expires playlist']],
    ['an end that is past', schedule({ end: '2026-09-01T00:00' }), [], ['never-active end']],
    [
      'a rule that picks nothing',
      schedule({ start: '2026-09-01T00:00', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }),
      [],
      ['never-active rrule'],
    ],
    [
      'a daypart on no day of the window',
      schedule({
        start: '2026-09-07T00:00',
        end: '2026-09-08T00:00',
        dayparts: [{ days: ['su'], from: '07:00', to: '09:00' }],
      }),
      [],
      ['never-active dayparts'],
    ],
    ['a start three months off', schedule({ start: '2026-12-01T00:00' }), [], []],
    [
      'a date years off',
      schedule({ start: '2026-09-01T00:00', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }),
      [],
      [],
    ],
    [
      'what is outranked months off',
      schedule({ start: '2026-12-01T00:00' }),
      [other({ start: '2026-12-01T00:00', priority: 1 })],
      ['always-outranked priority'],
    ],
    [
      'workdays of a year not published',
      schedule({ start: '2050-03-01T00:00', dayTypes: ['workday'] }),
      [],
      ['calendar-unknown dayTypes'],
    ],
    ['workdays of a known year', schedule({ dayTypes: ['workday'] }), [], []],
    ['every kind of day', schedule({ start: '2050-03-01T00:00', dayTypes: ['workday', 'dayoff'] }), [], []],
    [
      'an end in a year not published',
      schedule({ end: '2050-01-01T00:00', dayTypes: ['dayoff'] }),
      [],
      ['calendar-unknown dayTypes'],
    ],
    ['a disabled schedule', schedule({ enabled: false, playlist: 'draft' }), [], []],
    ['no targets', schedule({ targets: {} }), [], []],
    ['a group without displays', schedule({ targets: { groups: ['indoor'] } }), [], ['no-displays targets']],
  ])('says of %s', async (_what, after, others, expected) => {
    expect(said(await adviceOn(after, { others }))).toEqual(expected)
  })

  it('says of a schedule with faults that it is none', async () => {
    const snapshot = aSnapshot({ contents, playlists, displays: [square] })
    const options = { snapshot, before: null, now, timezone: 'Asia/Shanghai' }
    const ways = { isOver: () => false, pause: async () => undefined }
    expect(await advise({ ...options, ...ways, after: schedule({ start: 'soon' }) })).toBeNull()
    expect(await advise({ ...options, ...ways, after: schedule({ playlist: 'gone' }) })).toBeNull()
  })

  it('names who has a part, where, and when, in words', async () => {
    const [warning] = await adviceOn(
      schedule({ level: 'takeover', dayparts: [{ from: '19:00', to: '21:00' }] }),
      {
        others: [other({ level: 'takeover', dayparts: [{ from: '20:00', to: '24:00' }] })],
        displays: [square, bus],
      },
    )
    expect(warning).toMatchObject({
      code: 'takeover-conflict',
      displays: [
        { id: 'square', name: '广场' },
        { id: 'bus', name: '公交' },
      ],
      displayCount: 2,
      schedules: [{ id: 'o', title: '早高峰' }],
      from: '2026-09-07T20:00:00+08:00',
      to: '2026-09-07T21:00:00+08:00',
    })
    expect(warning?.message.zh).toContain('与《早高峰》撞期：9月7日 20:00–21:00 等 14 段时间，“广场”“公交”上')
    expect(warning?.message.en).toContain(
      'It ties with “早高峰”: 7 Sep 20:00–21:00 and 13 more times, on “广场” and “公交”',
    )
  })
})

describe('gaps', () => {
  const bare = aDisplay({ id: 'bare', name: '裸屏' })
  const dayparts = [{ from: '08:00', to: '20:00' }]

  it('are told where only the standby card is left beside the schedule', async () => {
    const [warning, ...more] = await adviceOn(schedule({ dayparts }), { displays: [bare] })
    expect(more).toEqual([])
    expect(warning).toMatchObject({
      code: 'gap',
      from: '2026-09-07T20:00:00+08:00',
      to: '2026-09-08T08:00:00+08:00',
    })
  })

  it('are not told where a filler playlist fills them', async () => {
    expect(await adviceOn(schedule({ dayparts }))).toEqual([])
  })

  it.each<[string, Schedule]>([
    ['is switched off', schedule({ enabled: false })],
    ['is taken from the display', schedule({ targets: { groups: ['none'] } })],
    ['plays less', schedule({ dayparts })],
  ])('are told where a schedule %s, though filler fills them', async (_what, after) => {
    const warnings = await adviceOn(after, { before: schedule(), others: [schedule()] })
    expect(said(warnings)).toContain('gap targets')
    expect(warnings.find(({ code }) => code === 'gap')?.message.zh).toMatch(/^会留下空档：/)
  })

  it('are not told where others play on', async () => {
    const after = schedule({ enabled: false })
    expect(await adviceOn(after, { before: schedule(), others: [schedule(), other()] })).toEqual([])
  })
})

describe('many displays', () => {
  const displays = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Tokyo'].flatMap((timezone, zone) =>
    Array.from({ length: 3 - zone }, (_, index) =>
      aDisplay({ id: `d${zone}-${index}`, name: `屏${zone}-${index}`, timezone, filler: 'c' }),
    ),
  )

  it('get one warning for all, whatever their class', async () => {
    const warnings = await adviceOn(schedule({ priority: -1 }), { others: [other()], displays })
    expect(said(warnings)).toEqual(['always-outranked priority'])
    expect(warnings[0]?.displayCount).toBe(6)
    expect(warnings[0]?.message.zh).toContain('“屏0-0”等 6 块屏')
  })

  it('are looked at, the most alike first, until the time is up, and that is said', async () => {
    let classes = 0
    const isOver = () => {
      classes += 1
      return classes === 2
    }
    const warnings = await adviceOn(schedule({ priority: -1 }), { others: [other()], displays, isOver })
    expect(warnings.map(({ code, displayCount }) => [code, displayCount])).toEqual([
      ['partly-checked', 0],
      ['always-outranked', 5],
    ])
    expect(warnings[0]?.message.zh).toContain('6 块中的 5 块')
  })
})
