'use client'
import { useSay } from '../../useSay'
import { NextDates } from './NextDates'
import { Sentence } from './Sentence'
import { summary } from './summary/summary'
import type { Asked, Marks } from './useOccurrences'
import type { When } from './useWhen'

/** What the schedule says of when, in one sentence, and when that is next. */
export function Outlook(props: { when: When; asked: Asked; stale: boolean; marks: Marks }) {
  const { say, language } = useSay()
  const { when, asked, stale, marks } = props
  const sentence = summary(when, language)
  return (
    <section
      className="xb-panel xb-outlook"
      aria-label={say({ zh: '播出日期预览', en: 'Preview of the dates' })}
    >
      <p className="xb-outlook__sentence" aria-live="polite">
        {sentence ? (
          <Sentence text={sentence} />
        ) : (
          say({ zh: '规则还没有写完整。', en: 'The rule is not complete yet.' })
        )}
      </p>
      <div aria-live="polite" aria-busy={stale} className={stale ? 'xb-outlook__stale' : undefined}>
        <Result when={when} asked={asked} marks={marks} />
      </div>
    </section>
  )
}

function Result({ when, asked, marks }: { when: When; asked: Asked; marks: Marks }) {
  const { say } = useSay()
  if (asked.state === 'waiting')
    return <p className="xb-note">{say({ zh: '正在计算…', en: 'Working it out…' })}</p>
  if (asked.state === 'failed') return <p className="xb-error">{asked.message}</p>
  if (asked.state === 'known') return <NextDates when={when} answer={asked.answer} marks={marks} />
  return (
    <>
      <p className="xb-note">
        {say({
          zh: '改正以下问题后，这里会列出播出日期：',
          en: 'Once these are mended, the dates are listed here:',
        })}
      </p>
      <ul className="xb-outlook__faults">
        {asked.faults.map(({ path, code, message }) => (
          <li key={`${path} ${code}`} className="xb-error">
            {message}
          </li>
        ))}
      </ul>
    </>
  )
}
