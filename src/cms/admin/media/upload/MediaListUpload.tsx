'use client'
import { useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { UploadDesk } from './UploadDesk'

/** Above the list of media: files may be dropped anywhere on the page. */
export function MediaListUpload({ maxBytes }: { maxBytes: number }) {
  const { permissions } = useAuth()
  const router = useRouter()
  if (!permissions?.collections?.media?.create) return null
  return (
    <UploadDesk
      wholePage
      maxBytes={maxBytes}
      onArrived={() => router.refresh()}
      onProcessed={() => router.refresh()}
    />
  )
}
