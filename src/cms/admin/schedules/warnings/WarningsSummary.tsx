'use client'
import { Button, ShimmerEffect } from '@payloadcms/ui'
import { type MouseEvent, useState } from 'react'
import type { ScheduleWarning, WarnedField } from '../../../collections/schedules/warnings'
import { useSay } from '../../useSay'
import { tabOf, warningLabels } from './labels'
import { useAskForWarnings } from './useAskForWarnings'
import { useWarnings } from './useWarnings'

/** What there is to look at in the whole form, each with a way to its field; asks for all places that show warnings. */
export function WarningsSummary() {
  const { say } = useSay()
  const { state, store } = useWarnings()
  const [attempt, setAttempt] = useState(0)
  useAskForWarnings(store, attempt)
  const { status, warnings, message } = state
  const first = status === 'loading' && warnings.length === 0

  function jump(event: MouseEvent, field: WarnedField) {
    // Payload renders one tab at a time, and lets nobody else choose it.
    const tabs = event.currentTarget.closest('form')?.querySelectorAll<HTMLElement>('.tabs-field__tab-button')
    tabs?.[tabOf[field]]?.click()
    store.set({ wanted: field })
  }

  return (
    <section className="xb-panel xb-summary" aria-live="polite" aria-busy={status === 'loading'}>
      <h3>
        {say({ zh: '播出提醒', en: 'Warnings' })}
        {warnings.length > 0 && (
          <span className="xb-badge xb-badge--late">
            {say({
              zh: `${warnings.length} 处提醒`,
              en: warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`,
            })}
          </span>
        )}
      </h3>
      {first && <ShimmerEffect height={24} />}
      {status === 'failed' && (
        <>
          <p className="xb-error">{message}</p>
          <Button size="small" buttonStyle="secondary" onClick={() => setAttempt((count) => count + 1)}>
            {say({ zh: '重试', en: 'Try again' })}
          </Button>
        </>
      )}
      {status === 'unchecked' && (
        <p className="xb-note">
          {say({
            zh: '节目单、级别和时间填好后，这里会提示可能的问题。',
            en: 'Once playlist, level and times are given, what is worth a look is told here.',
          })}
        </p>
      )}
      {status === 'known' && warnings.length === 0 && (
        <p className="xb-note">{say({ zh: '没有发现问题。', en: 'Nothing to look at.' })}</p>
      )}
      {warnings.length > 0 && <Links warnings={warnings} onJump={jump} />}
    </section>
  )
}

type LinksProps = { warnings: ScheduleWarning[]; onJump: (event: MouseEvent, field: WarnedField) => void }

function Links({ warnings, onJump }: LinksProps) {
  const { say } = useSay()
  return (
    <>
      <ul>
        {warnings.map(({ code, field, message }) => (
          <li key={`${code} ${message.zh}`}>
            <button className="xb-summary__link" type="button" onClick={(event) => onJump(event, field)}>
              {say(warningLabels[code])}
            </button>
          </li>
        ))}
      </ul>
      <p className="xb-note">
        {say({ zh: '提醒不影响保存。', en: 'Warnings do not keep it from being saved.' })}
      </p>
    </>
  )
}
