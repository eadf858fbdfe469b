'use client'
import { DefaultListView, useListDrawerContext } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'
import { MediaLibrary } from './MediaLibrary'
import { useView } from './useView'
import { ViewSwitch } from './ViewSwitch'

/** The list of media: to be browsed by eye, or as Payload's table, whichever was chosen last. */
export function MediaList(props: ListViewClientProps) {
  const { onBulkSelect, isInDrawer } = useListDrawerContext()
  const [view, choose] = useView()
  // Several are chosen by the table's own checkboxes.
  const choosesSeveral = isInDrawer && Boolean(props.enableRowSelections) && Boolean(onBulkSelect)
  const viewSwitch = <ViewSwitch key="view" view={view} onChoose={choose} />
  if (choosesSeveral) return <DefaultListView {...props} />
  if (view === 'grid') return <MediaLibrary list={props} viewSwitch={viewSwitch} />
  return <DefaultListView {...props} beforeActions={[viewSwitch, ...(props.beforeActions ?? [])]} />
}
