import type { Advice } from '../../../../media/advice'

/** What is said of one screen, or of several of which the same is said; without screens: of all. */
export type AdviceGroup = { screens: string[]; advice: Advice[] }

/** Advice as somebody reads it who thinks of one screen after the other; what holds for all comes last. */
export function groupAdvice(advice: Advice[]): AdviceGroup[] {
  const titles = [...new Set(advice.flatMap(({ screens }) => screens))]
  const groups = new Map<string, AdviceGroup>()
  for (const title of titles) {
    const told = advice.filter(({ screens }) => screens.includes(title))
    const key = told.map((one) => advice.indexOf(one)).join()
    groups.set(key, { screens: [...(groups.get(key)?.screens ?? []), title], advice: told })
  }
  const ofAll = advice.filter(({ screens }) => screens.length === 0)
  return [...groups.values(), ...(ofAll.length > 0 ? [{ screens: [], advice: ofAll }] : [])]
}
