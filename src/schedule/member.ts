import type { Entry, Schedule } from './problem'

/** A schedule, or the display's filler (null), with those of its entries that are playable. Never without any. */
export type Member = {
  schedule: Schedule | null
  entries: Entry[]
}

export function isBooking({ schedule }: Member): boolean {
  return schedule !== null && schedule.playsPerHour !== null
}
