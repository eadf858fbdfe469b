'use client'
import type { Advice } from '../../../../media/advice'
import { useSay } from '../../useSay'
import { adviceText } from './adviceText'
import './facts.css'

/** Advice on a file, warnings first, each with the screens that it is about. */
export function AdviceList({ advice }: { advice: Advice[] }) {
  const { say, language } = useSay()
  return (
    <ul className="xb-advice">
      {advice.map((one) => {
        const text = say(adviceText(one))
        const screens = one.screens.join(language === 'zh' ? '、' : ', ')
        return (
          <li key={`${one.code} ${text}`} className={`xb-advice__item xb-advice__item--${one.severity}`}>
            {screens && <strong>{screens}</strong>}
            <span>{text}</span>
          </li>
        )
      })}
    </ul>
  )
}
