'use client'
import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { type AdvisedChoice, adviceOn } from '../../../../media/advice'
import { idOf } from '../../../faults/idOf'
import { useSay } from '../../useSay'
import { AdviceList } from './AdviceList'
import { useMediaFacts } from './useMediaFacts'
import { useScreens } from './useScreens'

/** Below a content's media: what to mind on the screens that its playlists reach, as the form stands. */
export function ContentAdvice() {
  const media = useFormFields(([fields]) => idOf(fields.media?.value))
  return media ? <AdviceOn media={media} /> : null
}

function AdviceOn({ media }: { media: string }) {
  const { say } = useSay()
  const { id } = useDocumentInfo()
  const known = useMediaFacts(media)
  const screens = useScreens(id ? String(id) : null)
  const page = useFormFields(([fields]) => fields.page?.value)
  const fit = useFormFields(([fields]) => fields.fit?.value)
  const trimBlack = useFormFields(([fields]) => fields.trimBlack?.value)
  if (known.status === 'failed' || screens.status === 'failed') {
    const [message] = [known, screens].flatMap((one) => (one.status === 'failed' ? one.message : []))
    return <p className="xb-error">{message}</p>
  }
  if (known.status !== 'known' || screens.status !== 'known') return null

  const advice = adviceOn(known.facts, screens.screens, { page, fit, trimBlack } as AdvisedChoice)
  return (
    <section className="xb-panel xb-media" aria-live="polite">
      <h3>{say({ zh: '播出建议', en: 'Advice' })}</h3>
      <p className="xb-note">
        {screens.reached
          ? say({ zh: '按已排期的屏型给出。', en: 'For the screens that it is scheduled on.' })
          : say({ zh: '尚未排期，按全部屏型给出。', en: 'Not scheduled yet: for all kinds of screens.' })}
        {known.measuring &&
          say({ zh: '响度和黑场还在测量。', en: ' Loudness and black are still being measured.' })}
      </p>
      <AdviceList advice={advice} />
    </section>
  )
}
