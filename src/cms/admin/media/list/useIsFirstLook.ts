'use client'
import { useSearchParams } from 'next/navigation'
import type { ListViewClientProps } from 'payload'
import { type Browse, nothingAsked } from './browse'

/** What narrows or turns over the table that comes with the page. */
const ofTable = /^(where|search|page|sort)/

/** Whether what came with the page is the start of what is looked at: it can be shown while the whole is fetched. */
export function useIsFirstLook(browse: Browse, { listPreferences }: ListViewClientProps): boolean {
  const address = useSearchParams()
  const names = Object.keys(nothingAsked) as (keyof Browse)[]
  const asksNothing = names.every((name) => browse[name] === nothingAsked[name])
  return asksNothing && !listPreferences?.sort && ![...address.keys()].some((name) => ofTable.test(name))
}
