import type { Choices, Kind } from './choices'
import { initialChoices } from './initialChoices'

/** What a kind decides: the rule's choices, and the two lists of the schedule that a kind may own. */
export type Chosen = { choices: Choices; dayTypes: string[]; rdates: string[] }

/** What kinds held when they were left: day types are `workingDays`' own, added dates are `dates`'; `other` is all other kinds'. */
export type Memory = {
  choices: Partial<Record<Kind, Choices>>
  dayTypes: { own?: string[]; other?: string[] }
  rdates: { own?: string[]; other?: string[] }
}

export const noMemory: Memory = { choices: {}, dayTypes: {}, rdates: {} }

/** Another kind in the place of the one chosen: as it was left, or as it begins on `start`; what the old one held is remembered. */
export function switchKind(now: Chosen, memory: Memory, kind: Kind, start: string): [Chosen, Memory] {
  const { choices, dayTypes, rdates } = now
  const old = choices.kind
  const kept: Memory = {
    choices: { ...memory.choices, [old]: choices },
    dayTypes: { ...memory.dayTypes, [old === 'workingDays' ? 'own' : 'other']: dayTypes },
    rdates: { ...memory.rdates, [old === 'dates' ? 'own' : 'other']: rdates },
  }
  const next: Chosen = {
    choices: kept.choices[kind] ?? initialChoices(kind, choices, start),
    dayTypes,
    rdates,
  }
  // The text of a rule is that same rule: what stands beside it stays.
  if (kind === 'custom' && !memory.choices.custom) return [next, kept]
  if (old === 'workingDays') next.dayTypes = kept.dayTypes.other ?? []
  if (kind === 'workingDays') {
    next.dayTypes = kept.dayTypes.own ?? (dayTypes.length === 1 ? dayTypes : ['workday'])
  }
  if (old === 'dates') next.rdates = kept.rdates.other ?? []
  if (kind === 'dates') next.rdates = kept.rdates.own ?? rdates
  return [next, kept]
}
