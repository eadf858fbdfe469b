import type { Advice } from '../../../../media/advice'

/** What is said of the same screens, together; what holds for all comes last, and has no screens. */
export type AdviceGroup = { screens: string[]; advice: Advice[] }

export function groupAdvice(advice: Advice[]): AdviceGroup[] {
  const groups = new Map<string, AdviceGroup>()
  for (const one of advice) {
    const key = one.screens.join('\n')
    const group = groups.get(key) ?? { screens: one.screens, advice: [] }
    groups.set(key, { ...group, advice: [...group.advice, one] })
  }
  const all = [...groups.values()]
  return [
    ...all.filter(({ screens }) => screens.length > 0),
    ...all.filter(({ screens }) => screens.length === 0),
  ]
}
