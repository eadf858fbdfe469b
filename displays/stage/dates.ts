import { locale } from '../words'

/** 08:05, by the device's own zone: the player has no other. */
export function clockText(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** 2026年10月1日 星期四 / Thursday, 1 October 2026 */
export function dateText(date: Date): string {
  const day = date.toLocaleDateString(locale, { year: 'numeric', month: 'long', day: 'numeric' })
  const weekday = date.toLocaleDateString(locale, { weekday: 'long' })
  return locale === 'zh-CN' ? `${day}　${weekday}` : `${weekday}, ${day}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
