'use client'
import { type MediaFaultCode, mediaFaults } from '../../../../media/faults'
import { useSay } from '../../useSay'
import { RetryButton } from './RetryButton'
import type { Failure } from './report'

/** Why a render failed: in words, with the tool's last ones for who wants them, and a way to try again. */
export function FailureNote(props: { failure: Failure; of: string; retry: () => Promise<string | null> }) {
  const { failure, of, retry } = props
  const { say } = useSay()
  const words = mediaFaults[failure.code as MediaFaultCode] ?? mediaFaults['media-render-failed']
  return (
    <div className="xb-failure">
      <p>
        {say(words)} <RetryButton retry={retry} of={of} />
      </p>
      {failure.detail && (
        <details>
          <summary>{say({ zh: '技术详情', en: 'Technical details' })}</summary>
          <pre>{failure.detail}</pre>
        </details>
      )}
    </div>
  )
}
