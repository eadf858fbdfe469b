import { describe, expect, it } from 'vitest'
import { formatTimeline, parseProblem, resolve, type Segment } from '../../../src/schedule'
import { type LaneInput, lanesInput, type ProblemInput } from '../../factories/problem'
import { parsed, segmentLines, warningLines } from './lines'

// What people report of systems like this one, each as it would be here. The reports are cited where one is public.

const HOUR = 3600

/** The times of a level, as local text, joined where they touch. */
function times(input: ProblemInput, level = 'normal'): string[] {
  const found: { from: string; to: string }[] = []
  const { segments } = formatTimeline(resolve(parsed(input))) as {
    segments: { from: string; to: string; level: string }[]
  }
  for (const { from, to } of segments.filter((segment) => segment.level === level)) {
    const last = found.at(-1)
    if (last?.to === from) last.to = to
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => `${from.slice(0, 16)} to ${to.slice(0, 16)}`)
}

/** The local dates on which something normal starts. */
function dates(input: ProblemInput): string[] {
  return times(input).map((time) => time.slice(0, 10))
}

const range = (from: string, to: string, offset = '+08:00') => ({
  from: `${from}T00:00:00${offset}`,
  to: `${to}T00:00:00${offset}`,
})

describe('daylight saving', () => {
  const london = { timezone: 'Europe/London' }

  // https://github.com/xibosignage/xibo/issues/1775
  it('plays an event on the day of the change, at the wall time it was given, and goes on after it', () => {
    const lane = { id: 's', seconds: [60], dayparts: [{ from: '09:00', to: '17:00' }] }
    const input = lanesInput([lane], { ...range('2019-03-30', '2019-04-02', '+00:00'), display: london })
    expect(times(input)).toEqual([
      '2019-03-30T09:00 to 2019-03-30T17:00',
      '2019-03-31T09:00 to 2019-03-31T17:00',
      '2019-04-01T09:00 to 2019-04-01T17:00',
    ])
  })

  // https://github.com/ErsatzTV/legacy/issues/1641
  it('ends a show of the day of the change when the next one starts', () => {
    const lanes = [
      { id: 'a', seconds: [60], dayparts: [{ from: '10:00', to: '16:00' }] },
      { id: 'b', seconds: [60], dayparts: [{ from: '16:00', to: '24:00' }] },
    ]
    const display = { timezone: 'America/New_York' }
    const { segments } = resolve(
      parsed(lanesInput(lanes, { ...range('2024-03-10', '2024-03-11', '-05:00'), display })),
    )
    const on = segments.filter(({ level }) => level === 'normal')
    expect(on.map(({ schedules, from, to }) => [schedules, (to - from) / 1000 / HOUR])).toEqual([
      [['a'], 6],
      [['b'], 8],
    ])
  })

  it('keeps a nightly window whole over a night of 23 hours and one of 25', () => {
    const lane = { id: 's', seconds: [60], dayparts: [{ from: '22:00', to: '06:00' }] }
    const hours = (from: string, to: string) => {
      const { segments } = resolve(parsed(lanesInput([lane], { from, to, display: london })))
      return segments
        .filter(({ level }) => level === 'normal')
        .reduce((sum, segment) => sum + (segment.to - segment.from) / 1000 / HOUR, 0)
    }
    expect(hours('2026-03-28T12:00:00+00:00', '2026-03-29T12:00:00+01:00')).toBe(7)
    expect(hours('2026-10-24T12:00:00+01:00', '2026-10-25T12:00:00+00:00')).toBe(9)
  })

  // https://github.com/rich314nj/Lumina-signage/issues/16
  it('takes the wall time of the place where the screen is, not of the machine', () => {
    const before = process.env.TZ
    const lane = { id: 's', seconds: [60], dayparts: [{ from: '09:00', to: '10:00' }] }
    try {
      for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai']) {
        process.env.TZ = zone
        expect(times(lanesInput([lane]))).toEqual(['2026-10-01T09:00 to 2026-10-01T10:00'])
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})

describe('windows over midnight', () => {
  // https://github.com/xibosignage/xibo/issues/1275
  it('plays a daypart from 16:00 to 01:00 for nine hours every day', () => {
    const lane = { id: 's', seconds: [60], dayparts: [{ from: '16:00', to: '01:00' }] }
    const input = lanesInput([lane], range('2017-08-14', '2017-08-16'))
    expect(times(input)).toEqual([
      '2017-08-14T00:00 to 2017-08-14T01:00',
      '2017-08-14T16:00 to 2017-08-15T01:00',
      '2017-08-15T16:00 to 2017-08-16T00:00',
    ])
  })

  // https://github.com/xibosignage/xibo/issues/2701
  it('plays a Thursday’s daypart on Friday’s first hour, and on no other day of the month', () => {
    const lane = {
      id: 's',
      seconds: [60],
      start: '2022-01-06T00:00',
      rrule: 'FREQ=WEEKLY;BYDAY=TH',
      dayparts: [{ from: '22:00', to: '01:00' }],
    }
    const input = lanesInput([lane], range('2022-01-01', '2022-02-01'))
    expect(times(input)).toEqual(
      ['06', '13', '20', '27'].map(
        (day) => `2022-01-${day}T22:00 to 2022-01-${String(Number(day) + 1).padStart(2, '0')}T01:00`,
      ),
    )
  })

  // https://github.com/xibosignage/xibo/issues/1645, 1973: what spans the end of a month was lost after it
  it('goes on from one month into the next', () => {
    const lane = { id: 's', seconds: [60], start: '2018-09-15T00:00', end: '2018-10-05T00:00' }
    const input = lanesInput([lane], range('2018-09-01', '2018-11-01'))
    expect(times(input)).toEqual(['2018-09-15T00:00 to 2018-10-05T00:00'])
    expect(times({ ...input, ...range('2018-10-01', '2018-11-01') })).toEqual([
      '2018-10-01T00:00 to 2018-10-05T00:00',
    ])
  })

  it('is the same on either side of midnight for a screen that is started there', () => {
    const lane = { id: 's', seconds: [7, 11], dayparts: [{ from: '22:00', to: '02:00' }] }
    const whole = resolve(parsed(lanesInput([lane], range('2026-10-01', '2026-10-03')))).segments
    const late = resolve(
      parsed(lanesInput([lane], { from: '2026-10-02T00:30:00+08:00', to: '2026-10-02T01:00:00+08:00' })),
    ).segments
    expect(late).toHaveLength(1)
    expect(whole).toContainEqual(expect.objectContaining({ anchor: late[0]?.anchor, loop: late[0]?.loop }))
  })
})

describe('monthly rules', () => {
  const monthly = (rrule: string, start: string, from: string, to: string) =>
    dates(
      lanesInput(
        [{ id: 's', seconds: [60], start, rrule, dayparts: [{ from: '09:00', to: '10:00' }] }],
        range(from, to),
      ),
    )

  // https://github.com/xibosignage/xibo/issues/3769
  it('comes every other month on the third Wednesday, and not every month', () => {
    expect(
      monthly('FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE', '2025-11-12T00:00', '2025-11-01', '2026-06-01'),
    ).toEqual(['2025-11-19', '2026-01-21', '2026-03-18', '2026-05-20'])
    expect(
      monthly('FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3', '2025-11-03T00:00', '2025-11-01', '2026-06-01'),
    ).toEqual(['2025-11-03', '2026-01-03', '2026-03-03', '2026-05-03'])
  })

  it('counts its interval from the start, whichever month is asked for', () => {
    const rule = 'FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=10'
    expect(monthly(rule, '2024-01-10T00:00', '2026-07-01', '2027-01-01')).toEqual([
      '2026-07-10',
      '2026-12-10',
    ])
    expect(monthly(rule, '2024-01-10T00:00', '2026-08-01', '2026-12-01')).toEqual([])
  })

  // https://github.com/xibosignage/xibo/issues/2466
  it('skips a month without a fifth Wednesday, and does not take the fourth or the first', () => {
    expect(monthly('FREQ=MONTHLY;BYDAY=5WE', '2021-03-31T00:00', '2021-03-01', '2021-10-01')).toEqual([
      '2021-03-31',
      '2021-06-30',
      '2021-09-29',
    ])
  })

  // https://github.com/xibosignage/xibo/issues/2523
  it('ends for a rule on the first of the month', () => {
    expect(monthly('FREQ=MONTHLY;BYMONTHDAY=1', '2021-06-01T00:00', '2021-06-01', '2021-09-01')).toEqual([
      '2021-06-01',
      '2021-07-01',
      '2021-08-01',
    ])
  })

  // https://github.com/xibosignage/xibo/issues/3711, 1647: the end drifted by a day in months of other lengths
  it('keeps its length through months of 28, 30 and 31 days', () => {
    const lane = {
      id: 's',
      seconds: [60],
      start: '2025-08-15T00:00',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31',
    }
    const input = lanesInput([lane], range('2025-08-01', '2026-04-01'))
    expect(times(input).map((time) => time.replaceAll('T00:00', ''))).toEqual([
      '2025-08-15 to 2025-09-01',
      '2025-09-15 to 2025-10-01',
      '2025-10-15 to 2025-11-01',
      '2025-11-15 to 2025-12-01',
      '2025-12-15 to 2026-01-01',
      '2026-01-15 to 2026-02-01',
      '2026-02-15 to 2026-03-01',
      '2026-03-15 to 2026-04-01',
    ])
  })

  // https://github.com/xibosignage/xibo/issues/1556
  it('repeats by one where no interval is given', () => {
    expect(monthly('FREQ=DAILY', '2018-07-03T00:00', '2018-07-03', '2018-07-06')).toHaveLength(3)
  })
})

describe('share of voice', () => {
  const day = (lanes: LaneInput[]): Segment => resolve(parsed(lanesInput(lanes))).segments[0] as Segment
  const airtime = ({ loop }: Segment, id: string) =>
    loop.filter(({ schedule }) => schedule === id).reduce((sum, { seconds }) => sum + seconds, 0)

  // https://github.com/xibosignage/xibo/issues/3736: six layouts that ask for all 3600 seconds were played in turn
  it('gives six schedules that fill the hour what each asks for, and not a sixth', () => {
    const shares = [2000, 400, 200, 200, 600, 200]
    const segment = day(shares.map((weight, i) => ({ id: `s-${i}`, seconds: [10], weight })))
    const whole = segment.loop.reduce((sum, { seconds }) => sum + seconds, 0)
    shares.forEach((share, i) => {
      expect(Math.abs(airtime(segment, `s-${i}`) / whole - share / 3600)).toBeLessThanOrEqual(0.01)
    })
    const booked = day(
      shares
        .map((share, i) => ({ id: `s-${i}`, seconds: [10], playsPerHour: share / 10 }))
        .map((lane) => ({ ...lane, playsPerHour: Math.min(240, lane.playsPerHour) })),
    )
    expect(airtime(booked, 's-0') / airtime(booked, 's-1')).toBeCloseTo(5, 0)
  })

  it('keeps every booking of an hour that bookings fill to the second, and loses none', () => {
    const lanes = [
      { id: 'a', seconds: [30], playsPerHour: 60 },
      { id: 'b', seconds: [15], playsPerHour: 60 },
      { id: 'c', seconds: [15], playsPerHour: 60 },
    ]
    const input = lanesInput(lanes)
    const segment = day(lanes)
    expect(warningLines(input)).toEqual([])
    expect(['a', 'b', 'c'].map((id) => airtime(segment, id) / airtime(segment, 'a'))).toEqual([1, 0.5, 0.5])
  })

  // https://github.com/xibosignage/xibo/issues/2952: booked time was added up over all displays
  it('says that an hour is overbooked, keeps a tenth of it for the rest, and counts each display alone', () => {
    const lanes = (playsPerHour: number): LaneInput[] => [
      { id: 'a', seconds: [30], playsPerHour },
      { id: 'b', seconds: [30], playsPerHour },
      { id: 'c', seconds: [20] },
      { id: 'd', seconds: [30], playsPerHour, targets: { displays: ['d-2'] } },
    ]
    expect(warningLines(lanesInput(lanes(60)))).toEqual(['overbooked a b 2026-10-01T00:00 2026-10-02T00:00'])
    const segment = day(lanes(60))
    const whole = segment.loop.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(airtime(segment, 'c') / whole).toBeGreaterThanOrEqual(0.09)
    expect(warningLines(lanesInput(lanes(54)))).toEqual([])
  })

  // https://github.com/xibosignage/xibo-dotnetclient/issues/213
  it('keeps the share across whole hours of a day, not only in the first', () => {
    const input = lanesInput([
      { id: 'a', seconds: [17], playsPerHour: 7 },
      { id: 'b', seconds: [23, 11] },
    ])
    const { plays = [], from } = resolve(parsed(input), { plays: true })
    for (let hour = 0; hour < 24; hour += 1) {
      const starts = plays.filter(
        (play) => play.schedule === 'a' && Math.floor((play.from - from) / 1000 / HOUR) === hour,
      )
      expect(Math.abs(starts.length - 7)).toBeLessThanOrEqual(1)
    }
  })
})

describe('a clock that was reset', () => {
  // https://github.com/Screenly/Anthias/issues/382, 667: without a clock everything was inactive
  it('has something to play in 1970, where what is on the air has no dates', () => {
    const input = lanesInput([{ id: 's', seconds: [60], dayparts: [{ from: '07:00', to: '22:00' }] }], {
      ...range('1970-01-01', '1970-01-02'),
      display: { filler: 'pl-f' },
      contents: [{ id: 'card', seconds: 10 }],
      playlists: [{ id: 'pl-f', entries: [{ content: 'card' }] }],
    })
    expect(segmentLines(input)).toEqual([
      '1970-01-01 00:00:00 to 07:00:00  filler: card 10',
      '1970-01-01 07:00:00 to 22:00:00  normal: s-0 60',
      '1970-01-01 22:00:00 to 1970-01-02 00:00:00  filler: card 10',
    ])
  })

  it('shows the filler in 1970, never black, where what is on the air starts later', () => {
    const input = lanesInput([{ id: 's', seconds: [60], start: '2026-09-01T00:00', rrule: 'FREQ=DAILY' }], {
      ...range('1970-01-01', '1970-01-02'),
      display: { filler: 'pl-s' },
    })
    expect(segmentLines(input)).toEqual(['1970-01-01 00:00:00 to 1970-01-02 00:00:00  filler: s-0 60'])
  })

  it('knows no clock of its own: the same problem gives the same timeline whenever it is asked', () => {
    const problem = parsed(lanesInput([{ id: 's', seconds: [60, 30] }]))
    const now = Date.now
    const random = Math.random
    const clocked = () => {
      throw new Error('The core read a clock or rolled a die.')
    }
    try {
      Date.now = clocked
      Math.random = clocked
      expect(resolve(problem).segments).toHaveLength(1)
    } finally {
      Date.now = now
      Math.random = random
    }
  })
})

describe('shuffles', () => {
  // https://github.com/colloqi/piSignage/issues/61, https://github.com/Screenly/Anthias/issues/783: order by chance
  it('mixes schedules, but in the same order each time and on each display', () => {
    const lanes = [
      { id: 'a', seconds: [10, 20], weight: 2 },
      { id: 'b', seconds: [15] },
      { id: 'c', seconds: [7, 8, 9] },
    ]
    const loopOf = (input: ProblemInput) => resolve(parsed(input)).segments[0]?.loop
    const first = loopOf(lanesInput(lanes))
    expect(loopOf(lanesInput(lanes.toReversed()))).toEqual(first)
    expect(loopOf(lanesInput(lanes, { display: { id: 'd-2' } }))).toEqual(first)
    expect(new Set(first?.map(({ schedule }) => schedule))).toEqual(new Set(['a', 'b', 'c']))
  })

  it('plays every entry of a playlist once before any of them again', () => {
    const { loop } = resolve(parsed(lanesInput([{ id: 's', seconds: [10, 20, 30, 40] }])))
      .segments[0] as Segment
    expect(loop.map(({ content }) => content)).toEqual(['s-0', 's-1', 's-2', 's-3'])
  })
})

describe('emergencies', () => {
  // https://github.com/xibosignage/xibo/issues/3789: a feed without an alert was taken for one
  it('takes an empty feed for no alert: a playlist without entries is refused', () => {
    const input = lanesInput([{ id: 'e', seconds: [], level: 'emergency' }])
    const result = parseProblem(input)
    expect(result.ok ? [] : result.faults.map(({ pointer }) => pointer)).toEqual(['/playlists/0/entries'])
  })

  it('takes alerts that have all run out for no alert: what else there is plays on, and it is said', () => {
    const input = lanesInput([
      { id: 'e', seconds: [30], level: 'emergency' },
      { id: 's', seconds: [60] },
    ])
    input.contents[0] = { ...input.contents[0], validUntil: '2026-09-30T00:00:00+08:00' }
    expect(segmentLines(input)).toEqual(['2026-10-01 00:00:00 to 2026-10-02 00:00:00  normal: s-0 60'])
    expect(warningLines(input)).toContain('nothing-playable e 2026-10-01T00:00 2026-10-02T00:00')
  })

  it('lights no dark screen for an alert without anything to show', () => {
    const input = lanesInput([{ id: 'e', seconds: [30], level: 'emergency' }], {
      display: { operatingHours: [{ from: '06:00', to: '22:00' }] },
    })
    input.contents[0] = { ...input.contents[0], validUntil: '2026-09-30T00:00:00+08:00' }
    expect(times(input, 'off')).toEqual([
      '2026-10-01T00:00 to 2026-10-01T06:00',
      '2026-10-01T22:00 to 2026-10-02T00:00',
    ])
  })

  // https://github.com/xibosignage/xibo/issues/3747, https://github.com/nucleus-ffm/foss_warn/issues/239
  it('starts an alert and ends it to the second, cutting what plays, known long before', () => {
    const input = lanesInput([
      {
        id: 'e',
        seconds: [45],
        level: 'emergency',
        start: '2026-10-01T10:26:10',
        end: '2026-10-01T10:30:05',
      },
      { id: 's', seconds: [60] },
    ])
    expect(segmentLines(input)).toEqual([
      '2026-10-01 00:00:00 to 10:26:10  normal: s-0 60',
      '2026-10-01 10:26:10 to 10:30:05  emergency: e-0 45',
      '2026-10-01 10:30:05 to 2026-10-02 00:00:00  normal: s-0 60',
    ])
  })

  // https://github.com/Mason10198/SkywarnPlus/issues/32: a screen that is offline must end it without being told
  it('ends an alert whose content expires, in the timeline that was made before', () => {
    const input = lanesInput([
      { id: 'e', seconds: [45], level: 'emergency' },
      { id: 's', seconds: [60] },
    ])
    input.contents[0] = { ...input.contents[0], validUntil: '2026-10-01T10:30:05+08:00' }
    expect(segmentLines(input)).toEqual([
      '2026-10-01 00:00:00 to 10:30:05  emergency: e-0 45',
      '2026-10-01 10:30:05 to 2026-10-02 00:00:00  normal: s-0 60',
    ])
  })
})
