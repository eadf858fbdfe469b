/**
 * A local date as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar, so that dates add,
 * compare and index like numbers. No time of day and no zone is involved.
 */
export type Day = number

/** Monday is 0, Sunday 6, in the order of RFC 5545's MO to SU. */
export type Weekday = number

export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

export const DAY_MS = 86_400_000

export type Civil = { year: number; month: number; day: number }

// Both conversions count in 400-year eras that begin on 1 March, so that a leap day is the last of its year
// (H. Hinnant, "chrono-compatible low-level date algorithms").
const ERA_DAYS = 146_097
const EPOCH_FROM_ERA = 719_468

/** The number of a date; months 1 to 12. The date must be real: see `isRealDate`. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * ERA_DAYS + dayOfEra - EPOCH_FROM_ERA
}

/** The inverse of `dayOf`. */
export function civilOf(number: Day): Civil {
  const shifted = number + EPOCH_FROM_ERA
  const era = Math.floor(shifted / ERA_DAYS)
  const dayOfEra = shifted - era * ERA_DAYS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

export function weekdayOf(number: Day): Weekday {
  return (((number + 3) % 7) + 7) % 7 // 1970-01-01 was a Thursday
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}
