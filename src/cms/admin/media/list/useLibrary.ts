'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'
import { type Browse, pageSize, sortOf, whereOf } from './browse'
import { type Piece, pieceFields } from './piece'
import { queryText } from './queryText'

export type Library =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  | { status: 'known'; pieces: Piece[]; total: number; pages: number; doubles: ReadonlySet<string> }

type Found<T> = { docs: T[]; totalDocs: number; totalPages: number }

/**
 * The page that is looked at. While the next comes, the last stays and `isStale` says so. Null asks for nothing.
 * `doubles`: the digests of pieces that lie in the library more than once.
 */
export function useLibrary(browse: Browse | null): {
  library: Library
  isStale: boolean
  refresh: () => void
} {
  const { config } = useConfig()
  const { language } = useSay()
  const [library, setLibrary] = useState<Library>({ status: 'loading' })
  const [shown, setShown] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const path = browse && `${config.routes.api}/media?${queryOf(browse)}`

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` only says when to ask again.
  useEffect(() => {
    if (path === null) return
    const abort = new AbortController()
    const options = { language, signal: abort.signal }
    async function ask(of: string) {
      const answer = await staffRequest<Found<Piece>>(of, options)
      if (!answer.ok) return setLibrary({ status: 'failed', message: answer.message })
      const { docs, totalDocs, totalPages } = answer.value
      const page = { status: 'known' as const, pieces: docs, total: totalDocs, pages: totalPages }
      setLibrary({ ...page, doubles: new Set() })
      setShown(of)
      const same = await staffRequest<Found<Piece>>(doublesPath(config.routes.api, docs), options)
      if (same.ok) setLibrary({ ...page, doubles: doublesAmong(same.value.docs) })
    }
    ask(path).catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [path, config.routes.api, language, asked])

  const refresh = useCallback(() => setAsked((count) => count + 1), [])
  return { library, isStale: library.status === 'known' && shown !== path, refresh }
}

function queryOf(browse: Browse) {
  const select = Object.fromEntries(pieceFields.map((field) => [field, true]))
  const { page } = browse
  return queryText({ depth: 0, limit: pageSize, page, sort: sortOf(browse), select, where: whereOf(browse) })
}

function doublesPath(api: string, pieces: Piece[]) {
  const digests = pieces.flatMap(({ sha256 }) => sha256 || [])
  const where = { sha256: { in: digests.join(',') } }
  return `${api}/media?${queryText({ depth: 0, limit: 500, pagination: false, select: { sha256: true }, where })}`
}

function doublesAmong(pieces: Pick<Piece, 'sha256'>[]) {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const { sha256 } of pieces) {
    if (!sha256) continue
    if (once.has(sha256)) twice.add(sha256)
    once.add(sha256)
  }
  return twice
}
