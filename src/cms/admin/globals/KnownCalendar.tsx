import { publishedDays } from '../../workingCalendar'
import { CalendarYears } from './CalendarYears'

/** The published calendar, read on the server, so that no page carries the package that knows it. */
export function KnownCalendar() {
  return <CalendarYears published={publishedDays()} />
}
