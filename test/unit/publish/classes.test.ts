import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, shapeDisplays } from '../../../src/publish/classes'
import { aDisplay, aProfile, aSchedule, aSnapshot } from '../../factories/documents'

const groupsOf = (classes: ReturnType<typeof classify>) =>
  classes.map(({ displays }) => [...displays].sort()).sort()

describe('classify', () => {
  const everywhere = aSchedule({ id: 'everywhere', playlist: 'p' })
  const onGroup = aSchedule({ id: 'on-group', playlist: 'p', targets: { groups: ['g'] } })
  const onTag = aSchedule({ id: 'on-tag', playlist: 'p', targets: { tags: ['t'] } })
  const onDisplay = aSchedule({ id: 'on-display', playlist: 'p', targets: { displays: ['d'] } })
  const nowhere = aSchedule({ id: 'nowhere', playlist: 'p', targets: {} })
  const disabled = aSchedule({ id: 'disabled', playlist: 'p', enabled: false })
  const schedules = [everywhere, onGroup, onTag, onDisplay, nowhere, disabled]

  it.each([
    ['d', { groups: [], tags: [] }, ['everywhere', 'on-display']],
    ['e', { groups: ['g'], tags: [] }, ['everywhere', 'on-group']],
    ['e', { groups: [], tags: ['t'] }, ['everywhere', 'on-tag']],
    ['d', { groups: ['g'], tags: ['t'] }, ['everywhere', 'on-display', 'on-group', 'on-tag']],
    ['e', { groups: ['other'], tags: ['other'] }, ['everywhere']],
  ])('finds what targets %s in %j', (id, over, expected) => {
    const [only] = classify(aSnapshot({ schedules, displays: [aDisplay({ id, ...over })] }))
    expect(only?.schedules.map((schedule) => schedule.id)).toEqual(expected)
  })

  it('puts displays that play alike into one class, in whatever order their groups and tags stand', () => {
    const displays = [
      aDisplay({ id: 'a', groups: ['g', 'h'], tags: ['t', 'u'] }),
      aDisplay({ id: 'b', groups: ['h', 'g'], tags: ['u', 't'] }),
      aDisplay({ id: 'c', groups: ['other'] }),
      aDisplay({ id: 'e', groups: ['another'] }),
    ]
    expect(groupsOf(classify(aSnapshot({ schedules, displays })))).toEqual([
      ['a', 'b'],
      ['c', 'e'],
    ])
  })

  it.each([
    ['zone', { timezone: 'Asia/Urumqi' }],
    ['hours', { operatingHours: [{ from: '07:00', to: '22:00' }] }],
    ['quiet hours', { quietHours: [{ from: '21:00', to: '08:00' }] }],
    ['filler', { filler: 'p' }],
    ['profile', { profile: 'other' }],
    ['horizon', { horizonDays: 2 }],
    ['poll interval', { pollSeconds: 5 }],
    ['what an emergency does at night', { emergencyOutsideHours: false }],
  ])('parts displays of another %s', (_what, over) => {
    const profiles = [aProfile({ id: 'led' }), aProfile({ id: 'other' })]
    const displays = [aDisplay({ id: 'a' }), aDisplay({ id: 'b', ...over })]
    expect(classify(aSnapshot({ schedules, displays, profiles }))).toHaveLength(2)
  })

  it('puts a display that a schedule names as well as its group into the class of that group', () => {
    const both = aSchedule({ id: 'both', playlist: 'p', targets: { displays: ['b'], groups: ['g'] } })
    const displays = ['a', 'b', 'c'].map((id) => aDisplay({ id, groups: ['g'] }))
    expect(groupsOf(classify(aSnapshot({ schedules: [both, onDisplay], displays })))).toEqual([
      ['a', 'b', 'c'],
    ])
  })

  it.each([
    ['at once', () => Promise.resolve()],
    ['with shapes made before', shapeDisplays],
  ])('sees a display that was read anew as it is now, %s', async (_how, before) => {
    const displays = new Map([['a', aDisplay({ id: 'a' })]])
    const snapshot = { ...aSnapshot({ schedules }), displays }
    expect(classify(snapshot)[0]?.schedules.map(({ id }) => id)).toEqual(['everywhere'])
    displays.set('a', aDisplay({ id: 'a', groups: ['g'] }))
    await before(displays)
    expect(classify(snapshot)[0]?.schedules.map(({ id }) => id)).toEqual(['everywhere', 'on-group'])
  })

  it('leaves out a display whose profile is gone', () => {
    expect(classify(aSnapshot({ displays: [aDisplay({ id: 'a', profile: 'gone' })] }))).toEqual([])
  })

  it('gives each display one class, the same for any order of displays and schedules', () => {
    const displays = Array.from({ length: 12 }, (_, index) =>
      aDisplay({ id: `d${index}`, groups: index % 2 ? ['g'] : [], tags: index % 3 ? [] : ['t'] }),
    )
    const keys = (snapshot: Parameters<typeof classify>[0]) =>
      new Map(
        classify(snapshot).flatMap(({ key, displays: ids }) => ids.map((id): [string, string] => [id, key])),
      )
    const expected = keys(aSnapshot({ schedules, displays }))
    expect(expected.size).toBe(displays.length)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(displays, { minLength: displays.length }),
        fc.shuffledSubarray(schedules, { minLength: schedules.length }),
        (someDisplays, someSchedules) => {
          const found = keys(aSnapshot({ schedules: someSchedules, displays: someDisplays }))
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
        },
      ),
    )
  })
})
