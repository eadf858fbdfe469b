'use client'
import {
  Gutter,
  ListHeader,
  Pagination,
  useAuth,
  useConfig,
  useListDrawerContext,
  useListQuery,
  useTranslation,
} from '@payloadcms/ui'
import type { ListViewClientProps, Where } from 'payload'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSay } from '../../useSay'
import { StorageNote } from '../usage/StorageNote'
import { inNoFolder } from './browse'
import { Filters } from './Filters'
import { Folders } from './Folders'
import { MoveBar } from './MoveBar'
import { PieceGrid } from './PieceGrid'
import { useBrowse } from './useBrowse'
import { useFolders } from './useFolders'
import { useLibrary } from './useLibrary'
import { useMove } from './useMove'

/** The library by eye: folders beside pictures, with a search above. In a drawer a picture is chosen for the form behind it. */
export function MediaLibrary({ list, viewSwitch }: { list: ListViewClientProps; viewSwitch: ReactNode }) {
  const { say } = useSay()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { permissions } = useAuth()
  const drawer = useListDrawerContext()
  const { data, query } = useListQuery()
  const [only] = useState<Where | undefined>(() => (drawer.isInDrawer ? query?.where : undefined))
  const { browse, change } = useBrowse({ inAddress: !drawer.isInDrawer })
  const { library, isStale, refresh } = useLibrary(browse, only)
  const { counts, refresh: recount } = useFolders()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const mayMove = !drawer.isInDrawer && Boolean(permissions?.collections?.media?.update)
  const { move, isMoving } = useMove(() => {
    setSelected(new Set())
    again()
  })
  const top = useRef<HTMLDivElement>(null)

  function again() {
    refresh()
    recount()
  }

  // The page is refreshed when an upload has arrived or was made ready.
  const seen = useRef(data)
  useEffect(() => {
    if (seen.current === data) return
    seen.current = data
    refresh()
    recount()
  }, [data, refresh, recount])

  const collectionConfig = getEntityConfig({ collectionSlug: 'media' })
  const pages = library.status === 'known' ? library.pages : 1
  return (
    <div className="collection-list collection-list--media">
      <Gutter className="collection-list__wrap">
        <ListHeader
          collectionConfig={collectionConfig}
          Description={
            <div className="collection-list__sub-header">
              <StorageNote />
            </div>
          }
          hasCreatePermission={list.hasCreatePermission && drawer.allowCreate !== false}
          i18n={i18n}
          isBulkUploadEnabled={false}
          newDocumentURL={list.newDocumentURL}
          openBulkUpload={() => undefined}
          smallBreak={false}
        />
        {!drawer.isInDrawer && list.BeforeListTable}
        <div className="xb-library" ref={top}>
          <Folders
            counts={counts}
            chosen={browse?.folder ?? ''}
            onChoose={(folder) => change({ folder })}
            onDrop={mayMove ? (pieces, folder) => void move(pieces, folder) : null}
            onMade={recount}
          />
          <div className="xb-library__main">
            <Filters browse={browse} onChange={change} viewSwitch={viewSwitch} />
            {selected.size > 0 && (
              <MoveBar
                count={selected.size}
                folders={counts?.folders ?? []}
                busy={isMoving}
                onMove={(folder) => void move([...selected], folder)}
                onClear={() => setSelected(new Set())}
              />
            )}
            <PieceGrid
              library={library}
              isStale={isStale}
              isNarrowed={isNarrowed(browse)}
              selected={selected}
              onSelect={mayMove ? setSelected : null}
              onChoose={
                drawer.isInDrawer && drawer.onSelect
                  ? (piece) => drawer.onSelect?.({ collectionSlug: 'media', doc: piece, docID: piece.id })
                  : null
              }
              onTag={(tag) => change({ tag })}
              onReset={() => change({ words: '', kind: '', state: '', tag: '', folder: '' })}
              onAgain={again}
            />
            {library.status === 'known' && pages > 1 && (
              <nav className="xb-library__pages" aria-label={say({ zh: '翻页', en: 'Pages' })}>
                <Pagination
                  page={browse?.page ?? 1}
                  totalPages={pages}
                  hasPrevPage={(browse?.page ?? 1) > 1}
                  hasNextPage={(browse?.page ?? 1) < pages}
                  prevPage={(browse?.page ?? 1) - 1}
                  nextPage={(browse?.page ?? 1) + 1}
                  onChange={(page) => {
                    change({ page })
                    top.current?.scrollIntoView()
                  }}
                />
              </nav>
            )}
          </div>
        </div>
      </Gutter>
    </div>
  )
}

function isNarrowed(browse: ReturnType<typeof useBrowse>['browse']) {
  if (!browse) return false
  const { words, kind, state, tag, folder } = browse
  return [words, kind, state, tag].some((text) => text !== '') || (folder !== '' && folder !== inNoFolder)
}
