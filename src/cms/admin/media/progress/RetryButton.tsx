'use client'
import { useAuth } from '@payloadcms/ui'
import { type MouseEvent, useState } from 'react'
import { useSay } from '../../useSay'

/** Has a failed render tried again; for those who may. */
export function RetryButton({ retry, of }: { retry: () => Promise<string | null>; of: string }) {
  const { user } = useAuth()
  const { say } = useSay()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (!['administrator', 'editor'].includes(String(user?.role))) return null
  const label = say({ zh: '重试', en: 'Try again' })
  // In a list the row around it is a link.
  async function onClick(event: MouseEvent) {
    event.preventDefault()
    event.stopPropagation()
    setBusy(true)
    setRefused(await retry())
    setBusy(false)
  }
  return (
    <>
      <button
        type="button"
        className="xb-retry"
        disabled={busy}
        onClick={onClick}
        aria-label={`${label} ${of}`}
      >
        {label}
      </button>
      {refused && <span className="xb-error">{refused}</span>}
    </>
  )
}
