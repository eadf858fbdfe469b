import { locale } from '../words'

/** 08:05, by the device's own zone: the player has no other. */
export function clockText(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** 2026年10月1日 and 星期四; 1 October 2026 and Thursday. */
export function dateParts(date: Date): [day: string, weekday: string] {
  return [
    date.toLocaleDateString(locale, { year: 'numeric', month: 'long', day: 'numeric' }),
    date.toLocaleDateString(locale, { weekday: 'long' }),
  ]
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
