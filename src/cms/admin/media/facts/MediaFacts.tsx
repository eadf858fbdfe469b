'use client'
import { ShimmerEffect, useDocumentInfo } from '@payloadcms/ui'
import { adviceOn } from '../../../../media/advice'
import { useSay } from '../../useSay'
import { AdviceList } from './AdviceList'
import { FactsTable } from './FactsTable'
import { useMediaFacts } from './useMediaFacts'
import { useScreens } from './useScreens'

/** What the file is, and what to mind on each kind of screen, on the page of a media item. */
export function MediaFacts() {
  const { id } = useDocumentInfo()
  return id ? <FactsOf media={String(id)} /> : null
}

function FactsOf({ media }: { media: string }) {
  const { say } = useSay()
  const known = useMediaFacts(media)
  const screens = useScreens(null)
  if (known.status === 'none') return null
  return (
    <section className="xb-panel xb-media" aria-busy={known.status === 'loading'}>
      <h3>{say({ zh: '文件信息', en: 'About the file' })}</h3>
      {known.status === 'loading' && <ShimmerEffect height={160} />}
      {known.status === 'failed' && <p className="xb-error">{known.message}</p>}
      {known.status === 'known' && <FactsTable facts={known.facts} measuring={known.measuring} />}
      {known.status === 'known' && screens.status === 'known' && (
        <>
          <h4>{say({ zh: '播出建议', en: 'Advice' })}</h4>
          <AdviceList advice={adviceOn(known.facts, screens.screens)} />
        </>
      )}
      {screens.status === 'failed' && <p className="xb-error">{screens.message}</p>}
    </section>
  )
}
