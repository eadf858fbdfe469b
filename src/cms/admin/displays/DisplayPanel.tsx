'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useSay } from '../useSay'
import { PairingForm } from './PairingForm'
import { StatusFacts } from './StatusFacts'
import { useDisplayState } from './useDisplayState'

/** How a display stands, and how it is paired, in the sidebar of its edit view. */
export function DisplayPanel() {
  const { id } = useDocumentInfo()
  const { say } = useSay()
  if (id) return <PanelOf display={String(id)} />
  return (
    <section className="xb-panel">
      <h3>{say({ zh: '状态与配对', en: 'Status and pairing' })}</h3>
      <p>{say({ zh: '保存后即可配对屏幕。', en: 'Save it, then pair the screen.' })}</p>
    </section>
  )
}

function PanelOf({ display }: { display: string }) {
  const { user } = useAuth()
  const { watched, refresh } = useDisplayState(display)
  const mayPair = ['administrator', 'operator'].includes(String(user?.role))
  const paired = watched.status === 'known' && Boolean(watched.state?.pairedAt)
  return (
    <>
      <StatusFacts watched={watched} />
      {mayPair && watched.status !== 'loading' && (
        <PairingForm display={display} paired={paired} onPaired={refresh} />
      )}
    </>
  )
}
