'use client'
import { useSay } from '../../useSay'
import { RetryButton } from './RetryButton'
import type { Failure } from './report'
import { failureWords } from './summary'

/** Why a render failed: in words, with the tool's last ones for who wants them, and a way to try again. */
export function FailureNote(props: { failure: Failure; of: string; retry: () => Promise<string | null> }) {
  const { failure, of, retry } = props
  const { say } = useSay()
  return (
    <div className="xb-failure">
      <p>
        {say(failureWords(failure))} <RetryButton retry={retry} of={of} />
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
