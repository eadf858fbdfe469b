import { describe, expect, it } from 'vitest'
import { parseProblem } from '../../../src/schedule'
import { lanesInput, problemInput } from '../../factories/problem'

const lane = { id: 's', seconds: [15] }
const schedule = (fields: object) => lanesInput([{ ...lane, ...fields }])
const display = (fields: object) => problemInput({ display: fields as Record<string, unknown> })

function faultsOf(input: unknown): string[] {
  const parsed = parseProblem(input)
  return parsed.ok ? [] : parsed.faults.map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('parseProblem', () => {
  it.each([
    ['nothing but what is required', problemInput()],
    [
      'null for all that may be left out',
      display({ groups: null, tags: null, operatingHours: null, quietHours: null, filler: null }),
    ],
    [
      'a schedule with every field',
      schedule({
        targets: { all: false, displays: ['d-1'], groups: [], tags: [] },
        level: 'filler',
        priority: -3,
        weight: 0.25,
        playsPerHour: 240,
        timezone: 'Europe/Berlin',
        start: '2026-09-01T00:00',
        end: '2026-09-01T00:00:01',
        rrule: 'FREQ=DAILY',
        exdates: ['2026-09-02'],
        rdates: ['2026-09-03'],
        dayTypes: ['workday', 'dayoff'],
        dayparts: [
          { days: ['mo'], from: '22:00', to: '02:00' },
          { from: '00:00:00', to: '24:00' },
        ],
        enabled: false,
      }),
    ],
    ['400 days', problemInput({ from: '2026-01-01T00:00:00Z', to: '2027-02-05T00:00:00Z' })],
  ])('takes %s', (_, input) => {
    expect(faultsOf(input)).toEqual([])
  })

  it.each<[string, unknown, string[]]>([
    ['no object', [], [' bad-value']],
    ['null', null, [' bad-value']],
    ['an empty object', {}, ['/version missing', '/from missing', '/to missing', '/display missing']],
    ['another version', { ...problemInput(), version: 2 }, ['/version bad-value']],
    ['an unknown field', { ...problemInput(), 'a/b~c': 1 }, ['/a~1b~0c unknown-field']],
    ['an instant without an offset', problemInput({ from: '2026-10-01T00:00:00' }), ['/from bad-instant']],
    [
      'an instant on a date that is none',
      problemInput({ from: '2026-02-29T00:00:00Z' }),
      ['/from bad-instant'],
    ],
    [
      'an instant finer than a ms',
      problemInput({ from: '2026-10-01T00:00:00.0001Z' }),
      ['/from bad-instant'],
    ],
    ['to not after from', problemInput({ to: '2026-10-01T00:00:00+08:00' }), ['/to empty-range']],
    [
      'over 400 days',
      problemInput({ from: '2026-01-01T00:00:00Z', to: '2027-02-05T00:00:01Z' }),
      ['/to range-too-long'],
    ],
    ['no zone', display({ timezone: undefined }), ['/display/timezone missing']],
    ['a wrong zone', display({ timezone: 'Asia/Shangai' }), ['/display/timezone bad-timezone']],
    ['an empty id', display({ id: '' }), ['/display/id bad-value']],
    [
      'hours from 24:00',
      display({ operatingHours: [{ from: '24:00', to: '08:00' }] }),
      ['/display/operatingHours/0/from bad-time'],
    ],
    [
      'hours without a length',
      display({ quietHours: [{ from: '08:00', to: '08:00:00' }] }),
      ['/display/quietHours/0/from empty-daypart'],
    ],
    ['an unknown filler', display({ filler: 'nobody' }), ['/display/filler unknown-playlist']],
    [
      'a date both',
      problemInput({ calendar: { holidays: ['2026-10-01'], workdays: ['2026-10-01'] } }),
      ['/calendar/workdays/0 holiday-and-workday'],
    ],
    [
      'seconds too short',
      lanesInput([{ ...lane, seconds: [0.05] }]),
      ['/contents/0/seconds bad-value', '/playlists/0/entries/0/seconds bad-value'],
    ],
    [
      'seconds too fine',
      lanesInput([{ ...lane, seconds: [1.0001] }]),
      ['/contents/0/seconds bad-value', '/playlists/0/entries/0/seconds bad-value'],
    ],
    ['an empty playlist', lanesInput([{ ...lane, seconds: [] }]), ['/playlists/0/entries bad-value']],
    [
      'an unknown content',
      problemInput({ playlists: [{ id: 'p', entries: [{ content: 'c' }] }] }),
      ['/playlists/0/entries/0/content unknown-content'],
    ],
    [
      'a playlist twice',
      problemInput({
        contents: [
          { id: 'c', seconds: 1 },
          { id: 'c', seconds: 2 },
        ],
      }),
      ['/contents/1/id duplicate-id'],
    ],
    ['an unknown playlist', schedule({ playlist: 'nobody' }), ['/schedules/0/playlist unknown-playlist']],
    ['no targets', schedule({ targets: undefined }), ['/schedules/0/targets missing']],
    ['no level', schedule({ level: undefined }), ['/schedules/0/level missing']],
    ['a level of none', schedule({ level: 'high' }), ['/schedules/0/level bad-value']],
    ['half a priority', schedule({ priority: 0.5 }), ['/schedules/0/priority bad-value']],
    ['no weight', schedule({ weight: 0 }), ['/schedules/0/weight bad-value']],
    ['too many plays', schedule({ playsPerHour: 241 }), ['/schedules/0/playsPerHour bad-value']],
    [
      'a booked takeover',
      schedule({ level: 'takeover', playsPerHour: 4 }),
      ['/schedules/0/playsPerHour booking-not-allowed'],
    ],
    [
      'a booked emergency',
      schedule({ level: 'emergency', playsPerHour: 4 }),
      ['/schedules/0/playsPerHour booking-not-allowed'],
    ],
    [
      'a start with an offset',
      schedule({ start: '2026-10-01T00:00+08:00' }),
      ['/schedules/0/start bad-time'],
    ],
    [
      'an end before its start',
      schedule({ start: '2026-10-02T00:00', end: '2026-10-01T00:00' }),
      ['/schedules/0/end end-not-after-start'],
    ],
    ['a rule without a start', schedule({ rrule: 'FREQ=DAILY' }), ['/schedules/0/rrule rule-without-start']],
    [
      'a date that is none',
      schedule({ exdates: ['2026-10-01', '2026-11-31'] }),
      ['/schedules/0/exdates/1 bad-date'],
    ],
    [
      'a day that is none',
      schedule({ dayparts: [{ days: ['mo', 'xx'], from: '1:00', to: '25:00' }] }),
      [
        '/schedules/0/dayparts/0/days/1 bad-value',
        '/schedules/0/dayparts/0/from bad-time',
        '/schedules/0/dayparts/0/to bad-time',
      ],
    ],
    [
      'every fault of a rule',
      schedule({ start: '2026-10-01T00:00', rrule: 'FREQ=HOURLY;BYHOUR=1;COUNT=1;UNTIL=20260101' }),
      [
        '/schedules/0/rrule rule-time-of-day',
        '/schedules/0/rrule rule-sub-daily',
        '/schedules/0/rrule count-with-until',
      ],
    ],
    [
      'faults of form and of reference at once',
      lanesInput([
        { ...lane, weight: -1 },
        { id: 's', seconds: [1], playlist: 'nobody' },
      ]),
      [
        '/schedules/0/weight bad-value',
        '/playlists/1/id duplicate-id',
        '/schedules/1/id duplicate-id',
        '/schedules/1/playlist unknown-playlist',
      ],
    ],
  ])('refuses %s', (_, input, faults) => {
    expect(faultsOf(input)).toEqual(faults)
  })
})
