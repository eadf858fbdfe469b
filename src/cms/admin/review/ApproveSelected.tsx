'use client'
import { Button, toast, useAuth, useConfig, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { staffRequest } from '../staffRequest'
import { useSay } from '../useSay'

type Outcome = { docs: unknown[]; errors?: { message: string }[] }

/** Approves the contents that are ticked in the list; for administrators. */
export function ApproveSelected() {
  const { user } = useAuth()
  const { count, getQueryParams, toggleAll } = useSelection()
  const { config } = useConfig()
  const { say, language } = useSay()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  if (user?.role !== 'administrator' || count === 0) return null

  async function approve() {
    setBusy(true)
    const path = `${config.routes.api}/contents${getQueryParams()}`
    const body = { reviewStatus: 'approved' }
    const answer = await staffRequest<Outcome>(path, { language, method: 'PATCH', body })
    setBusy(false)
    if (!answer.ok) return void toast.error(answer.message)
    const [failed] = answer.value.errors ?? []
    if (failed) toast.error(failed.message)
    const approved = answer.value.docs.length
    toast.success(say({ zh: `已批准 ${approved} 件`, en: `${approved} approved` }))
    toggleAll()
    router.refresh()
  }

  return (
    <div className="xb-bulk" role="status">
      <span>{say({ zh: `已选 ${count} 件`, en: `${count} selected` })}</span>
      <Button size="small" margin={false} disabled={busy} onClick={() => void approve()}>
        {say({ zh: '批准所选', en: 'Approve selected' })}
      </Button>
    </div>
  )
}
