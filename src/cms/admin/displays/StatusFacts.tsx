'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { DisplayState } from '../../payload-types'
import { useContentTitle } from '../useContentTitle'
import { useSay } from '../useSay'
import { agoText, bytesText, offsetText } from './format'
import { livenessOf } from './liveness'
import { livenessTexts } from './livenessTexts'
import type { Watched } from './useDisplayState'

/** What a display last told of itself. */
export function StatusFacts({ watched }: { watched: Watched }) {
  const { say } = useSay()
  const now = useNow()
  const state = watched.status === 'known' ? watched.state : null
  const liveness = livenessOf(state, now)
  return (
    <section className="xb-panel" aria-live="polite">
      <h3>
        {say({ zh: '终端状态', en: 'Status' })}
        {watched.status === 'known' && (
          <span className={`xb-badge xb-badge--${liveness}`}>{say(livenessTexts[liveness])}</span>
        )}
      </h3>
      {watched.status === 'loading' && <ShimmerEffect height={96} />}
      {watched.status === 'failed' && <p className="xb-error">{watched.message}</p>}
      {watched.status === 'known' && <Facts state={state} now={now} />}
    </section>
  )
}

function Facts({ state, now }: { state: DisplayState | null; now: number }) {
  const { say, language } = useSay()
  const playing = state?.playing as { content?: string } | null | undefined
  const title = useContentTitle(playing?.content)
  const errors = (state?.faults as { code: string; detail?: string }[] | null | undefined) ?? []
  if (!state?.pairedAt) {
    return <p>{say({ zh: '还没有屏幕与它配对。', en: 'No screen is paired with it yet.' })}</p>
  }
  if (!state.lastSeenAt) {
    return <p>{say({ zh: '已配对，等待首次联系。', en: 'Paired; waiting for its first report.' })}</p>
  }
  const rows: [string, string][] = [
    [say({ zh: '最近联系', en: 'Last seen' }), agoText(Date.parse(state.lastSeenAt), now, language)],
    [say({ zh: '正在播出', en: 'Playing' }), playing?.content ? (title ?? '…') : '—'],
    [say({ zh: '播放器', en: 'Player' }), state.player ?? '—'],
    [say({ zh: '时钟偏差', en: 'Clock offset' }), offsetText(state.clockOffsetMs)],
    [say({ zh: '已缓存', en: 'Cached' }), bytesText(state.cachedBytes)],
    [say({ zh: '剩余空间', en: 'Free space' }), bytesText(state.freeBytes)],
  ]
  return (
    <>
      <dl className="xb-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {errors.length > 0 && (
        <ul className="xb-error">
          {errors.slice(0, 3).map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>{detail ? `${code}: ${detail}` : code}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The time, anew every second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
