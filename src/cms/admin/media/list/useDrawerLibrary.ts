'use client'
import { useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { type Browse, nothingAsked, whereOf } from './browse'
import type { Piece } from './piece'
import type { Library } from './useLibrary'

const noDoubles: ReadonlySet<string> = new Set()

/**
 * What a form lets choose, of what is looked at. Only the drawer knows the first, so that the asking is its own: no order, and pages as
 * long as those of its table, since it remembers both for that.
 */
export function useDrawerLibrary(browse: Browse): { library: Library; isStale: boolean } {
  const { isInDrawer, onQueryChange } = useListDrawerContext()
  const { data } = useListQuery()
  const asked = useRef<Browse>(nothingAsked)
  const answered = useRef({ data, browse: asked.current })
  if (answered.current.data !== data) answered.current = { data, browse: asked.current }

  useEffect(() => {
    if (!isInDrawer || browse === asked.current) return
    asked.current = browse
    onQueryChange?.({ where: whereOf(browse), page: browse.page })
  }, [isInDrawer, browse, onQueryChange])

  const library: Library = {
    status: 'known',
    pieces: (data?.docs ?? []) as unknown as Piece[],
    total: data?.totalDocs ?? 0,
    pages: data?.totalPages ?? 1,
    doubles: noDoubles,
  }
  return { library, isStale: isInDrawer && answered.current.browse !== browse }
}
