import type { Language } from '../../i18n/text'

/** `1.2 GB`, in powers of 1000 as disks are sold. */
export function bytesText(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return '—'
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${amount.toFixed(step === 0 || amount >= 100 ? 0 : 1)} ${units[step]}`
}

/** `3 分钟前`; both instants in UTC ms. */
export function agoText(then: number, now: number, language: Language): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000))
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  if (seconds < 60) return format.format(-seconds, 'second')
  if (seconds < 3600) return format.format(-Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return format.format(-Math.floor(seconds / 3600), 'hour')
  return format.format(-Math.floor(seconds / 86_400), 'day')
}

/** `+0.12 s`: how far a display's own clock is from the server's. */
export function offsetText(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return '—'
  const seconds = Math.abs(ms) / 1000
  return `${ms < 0 ? '−' : '+'}${seconds < 10 ? seconds.toFixed(2) : Math.round(seconds)} s`
}
