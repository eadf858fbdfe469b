'use client'
import { useSay } from '../../useSay'

/** How much is done, 0 to 1: a bar with its percent. */
export function Bar({ done, label }: { done: number; label: string }) {
  const percent = Math.floor(done * 100)
  return (
    <span className="xb-progress">
      <progress max={100} value={percent} aria-label={label} />
      <span>{percent} %</span>
    </span>
  )
}

/** Where something waits, in words: `排队第 3 位`. */
export function Turn({ position }: { position: number | null }) {
  const { say } = useSay()
  const text = position
    ? { zh: `排队第 ${position} 位`, en: `No. ${position} in the queue` }
    : { zh: '等待重试', en: 'Waits for another try' }
  return <span className="xb-progress__turn">{say(text)}</span>
}
