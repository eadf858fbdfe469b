import type { Text } from '../../../i18n/text'

/** `12.4 秒`, `3 分 20 秒`, `1 小时 2 分`. */
export function secondsText(seconds: number): Text {
  if (seconds < 60) {
    const amount = Math.round(seconds * 10) / 10
    return { zh: `${amount} 秒`, en: `${amount} s` }
  }
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const parts: [number, string, string][] = [
    [hours, '小时', 'h'],
    [minutes, '分', 'min'],
    [hours > 0 ? 0 : rest, '秒', 's'],
  ]
  const said = parts.filter(([amount]) => amount > 0)
  return {
    zh: said.map(([amount, zh]) => `${amount} ${zh}`).join(' '),
    en: said.map(([amount, , en]) => `${amount} ${en}`).join(' '),
  }
}

/** `−9`, `−23.4`, `0.5`: with a minus sign that is one. */
export function decibelsText(decibels: number): string {
  const amount = Math.round(Math.abs(decibels) * 10) / 10
  return decibels < 0 && amount > 0 ? `−${amount}` : String(amount)
}
