/** The date `YYYY-MM-DD` that a picker means, which speaks of it as a midnight of the browser's own. */
export function localDate(date: Date): string {
  const part = (value: number, digits: number) => String(value).padStart(digits, '0')
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`
}

/** The inverse of `localDate`. */
export function dateAt(text: string): Date {
  const date = new Date(0)
  date.setFullYear(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)))
  date.setHours(0, 0, 0, 0)
  return date
}

/** Today's date in a zone; where there is no such zone, in the browser's. */
export function todayIn(timezone: string | null | undefined, now: Date): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone || undefined }).format(now)
  } catch (error) {
    if (error instanceof RangeError) return localDate(now)
    throw error
  }
}
