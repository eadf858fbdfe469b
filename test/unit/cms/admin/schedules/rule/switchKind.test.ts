import { describe, expect, it } from 'vitest'
import type { Choices } from '../../../../../../src/cms/admin/schedules/rule/choices'
import { type Chosen, noMemory, switchKind } from '../../../../../../src/cms/admin/schedules/rule/switchKind'

// The second Thursday of October.
const start = '2026-10-08T00:00'
const never = { by: 'never' as const }
const weekly: Choices = { kind: 'weekly', interval: 2, weekdays: [0, 2], ending: { by: 'count', count: 5 } }
const now = (over: Partial<Chosen> = {}): Chosen => ({ choices: weekly, dayTypes: [], rdates: [], ...over })

describe('switchKind', () => {
  it.each<Choices>([
    { kind: 'daily', interval: 1, ending: weekly.ending },
    { kind: 'monthly', interval: 1, on: { by: 'date', dates: [8] }, ending: weekly.ending },
    { kind: 'yearly', interval: 1, months: [10], on: { by: 'date', dates: [8] }, ending: weekly.ending },
    { kind: 'workingDays', ending: never },
    { kind: 'dates' },
    { kind: 'custom', text: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5' },
  ])('begins $kind on the start, with the end there was', (expected) => {
    expect(switchKind(now(), noMemory, expected.kind, start)[0].choices).toEqual(expected)
  })

  it('has everything again on the way back', () => {
    const given = now({ dayTypes: ['dayoff'], rdates: ['2026-10-06'] })
    let [chosen, memory] = switchKind(given, noMemory, 'workingDays', start)
    expect(chosen.dayTypes).toEqual(['dayoff'])
    chosen = { ...chosen, dayTypes: ['workday'] }
    ;[chosen, memory] = switchKind(chosen, memory, 'dates', start)
    expect(chosen).toEqual({ choices: { kind: 'dates' }, dayTypes: ['dayoff'], rdates: ['2026-10-06'] })
    chosen = { ...chosen, rdates: ['2026-10-06', '2026-10-07'] }
    ;[chosen, memory] = switchKind(chosen, memory, 'weekly', start)
    expect(chosen).toEqual(given)
    ;[chosen, memory] = switchKind(chosen, memory, 'dates', start)
    expect(chosen.rdates).toEqual(['2026-10-06', '2026-10-07'])
    ;[chosen] = switchKind(chosen, memory, 'workingDays', start)
    expect(chosen.dayTypes).toEqual(['workday'])
    expect(chosen.rdates).toEqual(['2026-10-06'])
  })

  it('shows the very rule as text, with what stands beside it', () => {
    const picked = now({ choices: { kind: 'dates' }, rdates: ['2026-10-06'] })
    const [chosen] = switchKind(picked, noMemory, 'custom', start)
    expect(chosen).toEqual({
      choices: { kind: 'custom', text: 'FREQ=DAILY;UNTIL=19700101' },
      dayTypes: [],
      rdates: ['2026-10-06'],
    })
  })
})
