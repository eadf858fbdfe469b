'use client'
import type { Advice } from '../../../../media/advice'
import { useSay } from '../../useSay'
import { adviceText } from './adviceText'
import { groupAdvice } from './groupAdvice'
import './facts.css'

/** Advice on a file, by the screens that it is about, warnings first. */
export function AdviceList({ advice }: { advice: Advice[] }) {
  const { say, language } = useSay()
  return (
    <div className="xb-advice">
      {groupAdvice(advice).map(({ screens, advice: group }) => {
        const titles = screens.join(language === 'zh' ? '、' : ', ')
        return (
          <section key={titles} className="xb-advice__group">
            <h5>{titles || say({ zh: '所有屏幕', en: 'All screens' })}</h5>
            <ul>
              {group.map((one) => {
                const text = say(adviceText(one))
                return (
                  <li key={text} className={`xb-advice__line xb-advice__line--${one.severity}`}>
                    {text}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
