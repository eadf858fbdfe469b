'use client'
import { mediaStateOptions, renditionStateOptions } from '../../../i18n/options'
import { useSay } from '../../useSay'
import { Bar, Turn } from './Bar'
import { RetryButton } from './RetryButton'
import { failureWords, shortSummary } from './summary'
import { useProgress } from './useProgress'
import './progress.css'

/** How far a file is, in little room: `state` is what stood in the document until the server says more. */
export function MediaState({ id, state }: { id: string; state: string }) {
  const { say } = useSay()
  const { report, retry } = useProgress(id)
  const stage = report?.state ?? state
  const short = report && shortSummary(report)
  const why = report?.failure && say(failureWords(report.failure))
  const option = [...mediaStateOptions, ...renditionStateOptions].find(({ value }) => value === stage)
  if (report?.state === 'processing')
    return <Bar done={report.done} label={say({ zh: '处理进度', en: 'Processing' })} />
  return (
    <span className="xb-media-state">
      {option && <span className={`xb-badge xb-badge--${stage}`}>{say(option.label)}</span>}
      {report?.state === 'waiting' && <Turn position={report.position} />}
      {report?.state === 'failed' && <RetryButton retry={() => retry()} of="" />}
      {why && (
        <span className="xb-media-state__why" title={why}>
          {why}
        </span>
      )}
      {short && (
        <span className={short.failed ? 'xb-media-state__failed' : 'xb-media-state__note'}>
          {say(short.text)}
        </span>
      )}
    </span>
  )
}
