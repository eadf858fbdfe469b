'use client'
import { useField } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { Choices, Kind } from './choices'
import { readRule } from './readRule'
import { noMemory, switchKind } from './switchKind'
import { writeRule } from './writeRule'

export type RuleState = {
  choices: Choices
  dayTypes: string[]
  rdates: string[]
  choose: (choices: Choices) => void
  setDayTypes: (dayTypes: string[]) => void
  setRdates: (dates: string[]) => void
  /** Another kind; `start` is the wall time that a kind begins with. What the old kind held is there again when it is chosen again. */
  switchTo: (kind: Kind, start: string) => void
  /** Dates that were picked and do not count under the kind chosen since. */
  setAside: string[]
  /** Counts them again, beside the rule. */
  takeBack: () => void
}

/**
 * The form holds texts and lists; the choices are read from them once, and whenever the form is given others than were chosen here (a
 * document loaded anew). Between, the choices lead: two kinds may say the same rule.
 */
export function useRule(path: string): RuleState {
  const rule = useField<string>({ path })
  const dayTypesField = useField<string[]>({ path: 'dayTypes' })
  const rdatesField = useField<string[]>({ path: 'rdates' })
  const text = rule.value || null
  const dayTypes = dayTypesField.value ?? []
  const rdates = rdatesField.value ?? []

  const [known, setKnown] = useState(() => ({ seen: text, written: text, choices: readRule(text, dayTypes) }))
  if (text !== known.seen) {
    const ours = text === known.written
    setKnown({ seen: text, written: text, choices: ours ? known.choices : readRule(text, dayTypes) })
  }
  const choices = shownChoices(known.choices, dayTypes)
  const memory = useRef(noMemory)
  const [setAside, keepAside] = useState<string[]>([])

  const choose = (next: Choices) => {
    const written = writeRule(next)
    setKnown({ ...known, written, choices: next })
    if (written !== text) rule.setValue(written)
  }
  const setRdates = (dates: string[]) => rdatesField.setValue(dates)
  const setDayTypes = (types: string[]) => dayTypesField.setValue(types)
  return {
    choices,
    dayTypes,
    rdates,
    choose,
    setDayTypes,
    setRdates,
    switchTo(kind, start) {
      if (kind === choices.kind) return
      const [next, kept] = switchKind({ choices, dayTypes, rdates }, memory.current, kind, start)
      memory.current = kept
      if (next.dayTypes !== dayTypes) setDayTypes(next.dayTypes)
      if (next.rdates !== rdates) setRdates(next.rdates)
      keepAside(choices.kind === 'dates' ? rdates.filter((date) => !next.rdates.includes(date)) : [])
      choose(next.choices)
    },
    setAside,
    takeBack() {
      setRdates([...new Set([...rdates, ...setAside])].sort())
      keepAside([])
    },
  }
}

/** Working days are said by the day types: where those say both or none, what is left is every day. */
function shownChoices(choices: Choices, dayTypes: readonly string[]): Choices {
  if (choices.kind !== 'workingDays' || dayTypes.length === 1) return choices
  return { kind: 'daily', interval: 1, ending: choices.ending }
}
