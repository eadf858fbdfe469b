'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { type Browse, browseOf, nothingAsked, withBrowse } from './browse'

/**
 * What is looked at, kept in the page's address, so that the way back from a piece leads to the same place; in a drawer it is the
 * drawer's own. A change of anything but the page begins at the first page.
 */
export function useBrowse({ inAddress }: { inAddress: boolean }): {
  browse: Browse
  change: (change: Partial<Browse>) => void
} {
  const address = useSearchParams()
  const [browse, setBrowse] = useState<Browse>(() =>
    inAddress ? browseOf(new URLSearchParams(address.toString())) : nothingAsked,
  )

  useEffect(() => {
    if (!inAddress) return
    const read = () => setBrowse(browseOf(new URLSearchParams(window.location.search)))
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [inAddress])

  useEffect(() => {
    if (!inAddress) return
    const query = withBrowse(new URLSearchParams(window.location.search), browse).toString()
    const address = query ? `${window.location.pathname}?${query}` : window.location.pathname
    if (address !== window.location.pathname + window.location.search)
      window.history.replaceState(null, '', address)
  }, [inAddress, browse])

  const change = useCallback((changed: Partial<Browse>) => {
    setBrowse((before) => ({ ...before, page: 1, ...changed }))
  }, [])
  return { browse, change }
}
