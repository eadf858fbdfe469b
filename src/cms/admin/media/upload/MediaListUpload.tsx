'use client'
import { useAuth, useListDrawerContext } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { UploadDesk } from './UploadDesk'

/** Above the list of media: files may be dropped anywhere on the page. In a drawer, where one is picked, it is the drawer's list. */
export function MediaListUpload({ maxBytes }: { maxBytes: number }) {
  const { permissions } = useAuth()
  const router = useRouter()
  const drawer = useListDrawerContext()
  if (!permissions?.collections?.media?.create) return null
  const showNew = () => void (drawer?.isInDrawer ? drawer.refresh('media') : router.refresh())
  return (
    <UploadDesk
      wholePage={!drawer?.isInDrawer}
      maxBytes={maxBytes}
      onArrived={showNew}
      onProcessed={showNew}
    />
  )
}
