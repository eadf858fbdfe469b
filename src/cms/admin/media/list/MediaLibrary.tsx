'use client'
import { getTranslation } from '@payloadcms/translations'
import {
  Gutter,
  ListHeader,
  Pagination,
  useAuth,
  useConfig,
  useListDrawerContext,
  useListQuery,
  useStepNav,
  useTranslation,
} from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSay } from '../../useSay'
import { StorageNote } from '../usage/StorageNote'
import { type Browse, inNoFolder } from './browse'
import { Filters } from './Filters'
import { Folders } from './Folders'
import { MoveBar } from './MoveBar'
import { PieceGrid } from './PieceGrid'
import { useBrowse } from './useBrowse'
import { useDrawerLibrary } from './useDrawerLibrary'
import { useFolders } from './useFolders'
import { useIsFirstLook } from './useIsFirstLook'
import { useLibrary } from './useLibrary'
import { useMove } from './useMove'

/** The library by eye: folders beside pictures, with a search above. In a drawer a picture is chosen for the form behind it. */
export function MediaLibrary({ list, viewSwitch }: { list: ListViewClientProps; viewSwitch: ReactNode }) {
  const { say } = useSay()
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const { permissions } = useAuth()
  const drawer = useListDrawerContext()
  const { data } = useListQuery()
  const { browse, change } = useBrowse({ inAddress: !drawer.isInDrawer })
  const own = useLibrary(drawer.isInDrawer ? null : browse)
  const drawers = useDrawerLibrary(browse)
  const isFirstLook = useIsFirstLook(browse, list)
  const isFromPage = drawer.isInDrawer || (isFirstLook && own.library.status === 'loading')
  const { library, isStale } = isFromPage ? drawers : own
  const { refresh } = own
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
  const { setStepNav } = useStepNav()
  const title = getTranslation(collectionConfig.labels.plural, i18n)
  useEffect(() => {
    if (!drawer.isInDrawer) setStepNav([{ label: title }])
  }, [drawer.isInDrawer, setStepNav, title])

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
          // Else it offers to edit what is ticked in the table.
          smallBreak
        />
        {!drawer.isInDrawer && list.BeforeListTable}
        <div className="xb-library" ref={top}>
          <Folders
            counts={counts}
            chosen={browse.folder}
            onChoose={(folder) => change({ folder })}
            onDrop={mayMove ? (pieces, folder) => void move(pieces, folder) : null}
            onMade={recount}
          />
          <div className="xb-library__main">
            <Filters
              browse={browse}
              mayOrder={!drawer.isInDrawer}
              onChange={change}
              viewSwitch={viewSwitch}
            />
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
                  page={browse.page}
                  totalPages={pages}
                  hasPrevPage={browse.page > 1}
                  hasNextPage={browse.page < pages}
                  prevPage={browse.page - 1}
                  nextPage={browse.page + 1}
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

function isNarrowed({ words, kind, state, tag, folder }: Browse) {
  return [words, kind, state, tag].some((text) => text !== '') || (folder !== '' && folder !== inNoFolder)
}
