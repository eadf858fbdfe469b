import { describe, expect, it } from 'vitest'
import { type LaneInput, lanesInput } from '../../factories/problem'
import { warningLines } from './lines'

describe('warnings', () => {
  const day = '2026-10-01T00:00 2026-10-02T00:00'

  it.each<[string, LaneInput[], object, string[]]>([
    ['nothing where all is well', [{ id: 's', seconds: [60] }], {}, []],
    [
      'a gap of filler and standby',
      [{ id: 's', seconds: [60], level: 'filler', dayparts: [{ from: '10:00', to: '11:00' }] }],
      {},
      [`gap ${day}`],
    ],
    [
      'no gap outside operating hours',
      [],
      { operatingHours: [{ from: '06:00', to: '22:00' }] },
      ['gap 2026-10-01T06:00 2026-10-01T22:00'],
    ],
    [
      'never-active',
      [
        { id: 's', seconds: [60] },
        { id: 'n', seconds: [60], end: '2026-01-01T00:00' },
      ],
      {},
      [`never-active n ${day}`],
    ],
    [
      'nothing of what is switched off or aimed elsewhere',
      [
        { id: 's', seconds: [60] },
        { id: 'x', seconds: [60], end: '2026-01-01T00:00', enabled: false },
        { id: 'y', seconds: [60], end: '2026-01-01T00:00', targets: { displays: ['other'] } },
      ],
      {},
      [],
    ],
    [
      'always-outranked',
      [
        { id: 's', seconds: [60], priority: 1 },
        {
          id: 'o',
          seconds: [60],
          dayparts: [
            { from: '10:00', to: '11:00' },
            { from: '12:00', to: '13:00' },
          ],
        },
      ],
      {},
      [
        'always-outranked o 2026-10-01T10:00 2026-10-01T11:00',
        'always-outranked o 2026-10-01T12:00 2026-10-01T13:00',
      ],
    ],
    [
      'nothing of what is outranked for a time',
      [
        { id: 's', seconds: [60], priority: 1, dayparts: [{ from: '10:00', to: '11:00' }] },
        { id: 'o', seconds: [60] },
      ],
      {},
      [],
    ],
    [
      'takeover-conflict',
      [
        { id: 's', seconds: [60] },
        { id: 't2', seconds: [60], level: 'takeover', dayparts: [{ from: '10:00', to: '12:00' }] },
        { id: 't1', seconds: [60], level: 'takeover', dayparts: [{ from: '11:00', to: '13:00' }] },
      ],
      {},
      ['takeover-conflict t1 t2 2026-10-01T11:00 2026-10-01T12:00'],
    ],
    [
      'overbooked',
      [
        { id: 'a', seconds: [30], playsPerHour: 60 },
        { id: 'b', seconds: [30], playsPerHour: 60 },
        { id: 'c', seconds: [15] },
      ],
      {},
      [`overbooked a b ${day}`],
    ],
    [
      'no overbooked at 90 %',
      [
        { id: 'a', seconds: [30], playsPerHour: 54 },
        { id: 'b', seconds: [30], playsPerHour: 54 },
        { id: 'c', seconds: [15] },
      ],
      {},
      [],
    ],
    [
      'booking-missed',
      [
        { id: 'a', seconds: [15], playsPerHour: 6 },
        { id: 'b', seconds: [301] },
      ],
      {},
      [`booking-missed a ${day}`],
    ],
  ])('say %s', (_, lanes, display, expected) => {
    expect(warningLines(lanesInput(lanes, { display: display as Record<string, unknown> }))).toEqual(expected)
  })

  it('say what a content leaves its schedule with', () => {
    const input = lanesInput([{ id: 's', seconds: [60], dayparts: [{ from: '10:00', to: '12:00' }] }], {
      to: '2026-10-03T00:00:00+08:00',
    })
    input.contents[0] = { ...input.contents[0], validUntil: '2026-10-01T11:00:00+08:00' }
    expect(warningLines(input).filter((line) => !line.startsWith('gap'))).toEqual([
      'expires s 2026-10-01T11:00 2026-10-01T12:00',
      'nothing-playable s 2026-10-01T11:00 2026-10-01T12:00',
      'nothing-playable s 2026-10-02T10:00 2026-10-02T12:00',
    ])
  })
})

describe('the warning that a content expires', () => {
  const tenToTwelve = { dayparts: [{ from: '10:00', to: '12:00' }] }
  const expires = (start: string) => [`expires s ${start} 2026-10-02T00:00`]

  it.each<[string, object, object, string[]]>([
    ['is not given for one that is not valid yet', { validFrom: '2026-10-02T00:00:00+08:00' }, {}, []],
    [
      'is not given for one that is never valid',
      { validFrom: '2026-09-03T00:00:00Z', validUntil: '2026-09-02T00:00:00Z' },
      {},
      [],
    ],
    [
      'stays after it, while the same time goes on',
      { validUntil: '2026-09-02T00:00:00Z' },
      {},
      expires('2026-10-01T00:00'),
    ],
    ['is not given for a later time', { validUntil: '2026-09-02T00:00:00Z' }, tenToTwelve, []],
    ['is not given where one ends as the time does', { validUntil: '2026-10-01T04:00:00Z' }, tenToTwelve, []],
    [
      'is not given where one ends as the time starts',
      { validUntil: '2026-10-01T02:00:00Z' },
      tenToTwelve,
      [],
    ],
  ])('%s', (_, validity, fields, expected) => {
    const input = lanesInput([{ id: 's', seconds: [60], ...fields }])
    input.contents[0] = { ...input.contents[0], ...validity }
    expect(warningLines(input).filter((line) => line.startsWith('expires'))).toEqual(expected)
  })
})

describe('where warnings are', () => {
  const noon = { from: '10:00', to: '12:00' }
  const afternoon = { from: '14:00', to: '16:00' }
  const lines = (lanes: LaneInput[], over: Parameters<typeof lanesInput>[1] = {}) =>
    warningLines(lanesInput(lanes, over))
  const of = (code: string, all: string[]) => all.filter((line) => line.startsWith(`${code} `))

  it('is one interval over midnights, changes of sound and boundaries that change nothing of them', () => {
    const lanes = [
      { id: 'a', seconds: [30], playsPerHour: 60 },
      { id: 'b', seconds: [30], playsPerHour: 60 },
      { id: 'c', seconds: [15] },
      { id: 't', seconds: [15], level: 'takeover', start: '2026-10-02T10:00', end: '2026-10-02T11:00' },
    ]
    const over = {
      from: '2026-10-01T09:30:00+08:00',
      to: '2026-10-03T01:00:00+08:00',
      display: { quietHours: [{ from: '21:00', to: '08:00' }] },
    }
    expect(lines(lanes, over)).toEqual([
      'overbooked a b 2026-10-01T09:30 2026-10-02T10:00',
      'overbooked a b 2026-10-02T11:00 2026-10-03T01:00',
    ])
  })

  it('is by from, then code, then ids', () => {
    const lanes = [
      { id: 'z', seconds: [60], end: '2026-01-01T00:00' },
      { id: 'B', seconds: [60], end: '2026-01-01T00:00' },
      { id: 'a', seconds: [60], end: '2026-01-01T00:00' },
      { id: 't2', seconds: [60], level: 'takeover', dayparts: [{ from: '00:00', to: '01:00' }] },
      { id: 't1', seconds: [60], level: 'takeover', dayparts: [{ from: '00:00', to: '01:00' }] },
    ]
    expect(lines(lanes)).toEqual([
      'never-active B 2026-10-01T00:00 2026-10-02T00:00',
      'never-active a 2026-10-01T00:00 2026-10-02T00:00',
      'never-active z 2026-10-01T00:00 2026-10-02T00:00',
      'takeover-conflict t1 t2 2026-10-01T00:00 2026-10-01T01:00',
      'gap 2026-10-01T01:00 2026-10-02T00:00',
    ])
  })

  it('is a gap wherever only filler plays: the display’s, a schedule’s, or the standby card, as one', () => {
    const filler = {
      display: { filler: 'pl-f', operatingHours: [{ from: '08:00', to: '20:00' }] },
      contents: [{ id: 'card', seconds: 10, validUntil: '2026-10-01T09:00:00+08:00' }],
      playlists: [{ id: 'pl-f', entries: [{ content: 'card' }] }],
    }
    const lanes = [
      { id: 'n', seconds: [60], dayparts: [noon] },
      { id: 'l', seconds: [60], level: 'filler', dayparts: [afternoon] },
    ]
    expect(lines(lanes, filler)).toEqual([
      'gap 2026-10-01T08:00 2026-10-01T10:00',
      'gap 2026-10-01T12:00 2026-10-01T20:00',
    ])
  })

  it('is no gap beside bookings, in a takeover or in an emergency', () => {
    const lanes = [
      { id: 'b', seconds: [10], playsPerHour: 4, dayparts: [{ from: '00:00', to: '10:00' }] },
      { id: 't', seconds: [60], level: 'takeover', dayparts: [noon] },
      { id: 'e', seconds: [60], level: 'emergency', dayparts: [{ from: '12:00', to: '24:00' }] },
    ]
    const over = {
      display: { filler: 'pl-f' },
      contents: [{ id: 'card', seconds: 10 }],
      playlists: [{ id: 'pl-f', entries: [{ content: 'card' }] }],
    }
    expect(lines(lanes, over)).toEqual([])
  })

  it.each<[string, Partial<LaneInput>[], string[]]>([
    [
      'two that tie',
      [{ level: 'takeover' }, { level: 'takeover' }],
      ['takeover-conflict s-0 s-1 2026-10-01T00:00 2026-10-02T00:00'],
    ],
    [
      'three, of which one comes later',
      [{ level: 'takeover' }, { level: 'takeover' }, { level: 'takeover', dayparts: [noon] }],
      [
        'takeover-conflict s-0 s-1 2026-10-01T00:00 2026-10-01T10:00',
        'takeover-conflict s-0 s-1 s-2 2026-10-01T10:00 2026-10-01T12:00',
        'takeover-conflict s-0 s-1 2026-10-01T12:00 2026-10-02T00:00',
      ],
    ],
    ['no two of different priority', [{ level: 'takeover' }, { level: 'takeover', priority: 1 }], []],
    ['no emergencies', [{ level: 'emergency' }, { level: 'emergency' }], []],
    ['no others', [{}, {}], []],
    [
      'not while an emergency plays',
      [
        { level: 'takeover' },
        { level: 'takeover' },
        { level: 'emergency', dayparts: [{ from: '00:00', to: '22:00' }] },
      ],
      ['takeover-conflict s-0 s-1 2026-10-01T22:00 2026-10-02T00:00'],
    ],
    [
      'not one whose content has ended',
      [{ level: 'takeover' }, { level: 'takeover', contents: ['ended'] }],
      [],
    ],
  ])('is a conflict for %s', (_, fields, expected) => {
    const lanes = fields.map((each, i) => ({ id: `s-${i}`, seconds: [60], ...each }))
    const input = lanesInput(lanes)
    input.contents = input.contents.map((content) =>
      content.id === 'ended' ? { ...content, validUntil: '2026-01-01T00:00:00Z' } : content,
    )
    expect(of('takeover-conflict', warningLines(input))).toEqual(expected)
  })

  it('is always-outranked for each time it could have played in the range, by the range alone', () => {
    const lanes: [LaneInput, LaneInput] = [
      { id: 'h', seconds: [60], priority: 1 },
      { id: 'l', seconds: [60], dayparts: [noon, afternoon, { from: '20:00', to: '23:00' }] },
    ]
    const display = { operatingHours: [{ from: '08:00', to: '22:00' }] }
    expect(lines(lanes, { display, from: '2026-10-01T11:00:00+08:00' })).toEqual([
      'always-outranked l 2026-10-01T11:00 2026-10-01T12:00',
      'always-outranked l 2026-10-01T14:00 2026-10-01T16:00',
      'always-outranked l 2026-10-01T20:00 2026-10-01T22:00',
    ])
    const [high, low] = lanes
    const ending = [{ ...high, end: '2026-10-01T21:59' }, low]
    expect(lines(ending, { display })).toEqual([])
    expect(lines(ending, { display, to: '2026-10-01T21:00:00+08:00' })).toHaveLength(3)
  })

  it('is not always-outranked for one that fills beside bookings, or is dark all the time', () => {
    const lanes = [
      { id: 'b', seconds: [10], playsPerHour: 6, priority: 2 },
      { id: 'l', seconds: [60], level: 'filler' },
      { id: 'night', seconds: [60], dayparts: [{ from: '23:00', to: '24:00' }] },
    ]
    expect(lines(lanes, { display: { operatingHours: [{ from: '08:00', to: '22:00' }] } })).toEqual([])
  })

  it('is nothing-playable for each hole of each active time, and expires only where a content ended in it', () => {
    const input = lanesInput([
      { id: 's', seconds: [60, 60], dayparts: [{ from: '08:00', to: '18:00' }], contents: ['a', 'b'] },
      { id: 'u', seconds: [60], priority: -1 },
    ])
    const [a, b, u] = input.contents
    input.contents = [
      { ...a, validUntil: '2026-10-01T10:00:00+08:00' },
      { ...b, validFrom: '2026-10-01T12:00:00+08:00', validUntil: '2026-10-01T15:00:00+08:00' },
      { ...u },
    ]
    expect(warningLines(input)).toEqual([
      'expires s 2026-10-01T10:00 2026-10-01T12:00',
      'nothing-playable s 2026-10-01T10:00 2026-10-01T12:00',
      'expires s 2026-10-01T15:00 2026-10-01T18:00',
      'nothing-playable s 2026-10-01T15:00 2026-10-01T18:00',
    ])
    input.contents[0] = { ...a, validUntil: '2026-10-01T07:00:00+08:00' }
    expect(of('expires', warningLines(input))).toEqual(['expires s 2026-10-01T15:00 2026-10-01T18:00'])
    expect(of('nothing-playable', warningLines(input))[0]).toBe(
      'nothing-playable s 2026-10-01T08:00 2026-10-01T12:00',
    )
  })

  it('is booking-missed where a longer entry is in the loop, and only while it is', () => {
    const lanes = [
      { id: 'b', seconds: [10], playsPerHour: 12 },
      { id: 'long', seconds: [200], dayparts: [noon] },
      { id: 'short', seconds: [20] },
    ]
    expect(lines(lanes)).toEqual(['booking-missed b 2026-10-01T10:00 2026-10-01T12:00'])
  })
})
