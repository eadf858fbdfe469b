import type { Text } from '../../../i18n/text'

/** The times of an interval that belongs to a date, RFC 3339 in one zone: `07:00–09:00`, `22:00–次日 02:00`, `全天`. */
export function timesOfDay({ date, from, to }: { date: string; from: string; to: string }): Text {
  const [start, end] = [clockOf(from), clockOf(to)]
  const [startDate, endDate] = [from.slice(0, 10), to.slice(0, 10)]
  const midnight = end === '00:00' && endDate === dayAfter(date)
  if (midnight && start === '00:00' && startDate === date) return { zh: '全天', en: 'all day' }
  if (endDate === date) return { zh: `${start}–${end}`, en: `${start}–${end}` }
  if (midnight) return { zh: `${start}–24:00`, en: `${start}–24:00` }
  return { zh: `${start}–次日 ${end}`, en: `${start}–${end} the next day` }
}

/** `07:00`, with seconds where there are some. */
function clockOf(instant: string): string {
  return instant.slice(17, 19) === '00' ? instant.slice(11, 16) : instant.slice(11, 19)
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}
