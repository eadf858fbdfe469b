'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useSay } from '../../useSay'
import { contentSummary } from './summary'
import { useProgress } from './useProgress'
import { Versions } from './Versions'
import './progress.css'

/** On the page of a content: the files made for exactly the screens that show it, while any of them is not ready. */
export function ContentVersions() {
  const { id } = useDocumentInfo()
  return id ? <VersionsOf id={String(id)} /> : null
}

function VersionsOf({ id }: { id: string }) {
  const { say } = useSay()
  const { lastUpdateTime } = useDocumentInfo()
  const isText = useFormFields(([{ kind }]) => kind?.value === 'slogan' || kind?.value === 'notice')
  const { report, retry, ask } = useProgress(id, 'contents')
  // Other words or another file may need other versions.
  useEffect(() => {
    if (lastUpdateTime) ask()
  }, [lastUpdateTime, ask])
  const words = report && contentSummary(report, { isText })
  return (
    <section className={words ? 'xb-panel xb-versions' : 'xb-versions--none'}>
      {words && <h3>{say({ zh: '屏幕版本', en: 'Versions for screens' })}</h3>}
      <p aria-live="polite">{words && say(words)}</p>
      {words && <Versions renditions={report.renditions} retry={retry} />}
    </section>
  )
}
