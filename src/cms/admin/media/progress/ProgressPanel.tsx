'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useSay } from '../../useSay'
import { Bar, Turn } from './Bar'
import { FailureNote } from './FailureNote'
import { summary } from './summary'
import { useProgress } from './useProgress'
import { Versions } from './Versions'
import './progress.css'

/** On the page of a media file: how far it is, and the versions made of it for particular screens. */
export function ProgressPanel() {
  const { id } = useDocumentInfo()
  return id ? <PanelOf id={String(id)} /> : null
}

function PanelOf({ id }: { id: string }) {
  const { say } = useSay()
  const { report, retry } = useProgress(id)
  if (!report) return null
  const title = say({ zh: '处理与屏幕版本', en: 'Processing and versions for screens' })
  return (
    <section className="xb-panel xb-versions">
      <h3>{title}</h3>
      <p aria-live="polite">{say(summary(report))}</p>
      {report.state === 'processing' && <Bar done={report.done} label={title} />}
      {report.state === 'waiting' && <Turn position={report.position} />}
      {report.failure && <FailureNote failure={report.failure} of="" retry={() => retry()} />}
      {report.renditions.length > 0 && <Versions renditions={report.renditions} retry={retry} />}
    </section>
  )
}
