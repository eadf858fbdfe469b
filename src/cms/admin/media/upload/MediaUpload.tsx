'use client'
import { Upload, useDocumentDrawerContext, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { SanitizedCollectionConfig } from 'payload'
import type { Arrived } from './queue'
import { UploadDesk } from './UploadDesk'

/**
 * In place of Payload's own control where a media item is made: on the page of a new item, several files at once; in a drawer above
 * a form, one, which the form then has. An item that exists, and a file that was dropped on a field, show as Payload does it.
 */
export function MediaUpload({ maxBytes }: { maxBytes: number }) {
  const { id, initialState, docConfig } = useDocumentInfo()
  const drawer = useDocumentDrawerContext()
  const isInDrawer = Boolean(drawer?.drawerSlug)
  const isChosen = useFormFields(([fields]) => fields?.file?.value instanceof File)
  if (id || isChosen) {
    const { upload } = docConfig as unknown as SanitizedCollectionConfig
    return <Upload collectionSlug="media" uploadConfig={upload} {...(initialState && { initialState })} />
  }

  function onArrived({ doc }: Arrived) {
    if (isInDrawer) void drawer.onSave?.({ doc, operation: 'create', result: { doc } })
  }
  return <UploadDesk single={isInDrawer} maxBytes={maxBytes} onArrived={onArrived} />
}
