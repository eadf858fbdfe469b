'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useSay } from '../../useSay'
import { Bar, Turn } from './Bar'
import { FailureNote } from './FailureNote'
import { RenditionRow } from './RenditionRow'
import type { RenditionReport } from './report'
import { summary } from './summary'
import { useProgress } from './useProgress'
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

type VersionsProps = { renditions: RenditionReport[]; retry: (rendition: string) => Promise<string | null> }

function Versions({ renditions, retry }: VersionsProps) {
  const { say } = useSay()
  const heads = [
    { zh: '尺寸', en: 'Size' },
    { zh: '屏型', en: 'Screens' },
    { zh: '状态', en: 'State' },
    { zh: '文件大小', en: 'File' },
    { zh: '时长', en: 'Length' },
    { zh: '响度', en: 'Loudness' },
  ]
  return (
    <div className="xb-versions__scroll">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {renditions.map((rendition) => (
            <RenditionRow key={rendition.id} rendition={rendition} retry={() => retry(rendition.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
