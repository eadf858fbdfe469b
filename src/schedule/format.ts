import { civilOf, DAY_MS } from './day'
import type { Explanation } from './explain'
import { jsonPieces } from './json'
import type { Play } from './plays'
import type { Outline, Timeline } from './timeline'
import { zoneOf } from './zone'

/** A timeline as the contract's JSON: instants as text in the display's offset. */
export function formatTimeline(timeline: Timeline): object {
  const { segments, plays, warnings, ...fields } = formatted(timeline)
  return {
    ...fields,
    segments: [...segments],
    ...(plays ? { plays: [...plays] } : {}),
    warnings: [...warnings],
  }
}

/** The same as text, in pieces of some length, made while they are read; `indent` as JSON.stringify has it. */
export function printTimeline(
  { plays, ...outline }: Outline,
  options: { plays: boolean; indent: number },
): Iterable<string> {
  return jsonPieces(formatted(options.plays ? { ...outline, plays } : outline), options.indent)
}

type Lists = Omit<Outline, 'plays'> & { plays?: Iterable<Play> | undefined }

/** The fields in the contract's order, the long lists made while they are read. */
function formatted({ timezone, display, from, to, segments, plays, warnings }: Lists) {
  const at = (instant: number) => formatInstant(instant, timezone)
  return {
    display,
    from: at(from),
    to: at(to),
    segments: mapped(segments, (segment) => ({
      from: at(segment.from),
      to: at(segment.to),
      anchor: at(segment.anchor),
      level: segment.level,
      schedules: segment.schedules,
      muted: segment.muted,
      loop: segment.loop,
    })),
    ...(plays ? { plays: mapped(plays, (play) => ({ ...play, from: at(play.from), to: at(play.to) })) } : {}),
    warnings: mapped(warnings, (warning) => ({
      code: warning.code,
      schedules: warning.schedules,
      from: at(warning.from),
      to: at(warning.to),
      message: warning.message,
    })),
  }
}

function* mapped<T, U>(all: Iterable<T>, map: (item: T) => U): Generator<U, void> {
  for (const item of all) yield map(item)
}

/** An explanation as the contract's JSON. */
export function formatExplanation(explanation: Explanation, timezone: string): object {
  const at = (instant: number) => formatInstant(instant, timezone)
  return {
    ...explanation,
    at: at(explanation.at),
    schedules: explanation.schedules.map((schedule) => ({
      ...schedule,
      next: schedule.next === null ? null : at(schedule.next),
    })),
  }
}

/** RFC 3339 in a zone's offset, never Z; to the second, or the millisecond where there is one. */
export function formatInstant(instant: number, timezone: string): string {
  // RFC 3339 knows whole minutes only: an offset from before standard time is rounded, and the instant stays exact.
  const offset = Math.round(zoneOf(timezone).offsetAt(instant) / 60_000)
  const local = instant + offset * 60_000
  const { year, month, day } = civilOf(Math.floor(local / DAY_MS))
  const ms = ((local % DAY_MS) + DAY_MS) % DAY_MS
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
  ]
  const fraction = ms % 1000 === 0 ? '' : `.${pad(ms % 1000, 3)}`
  const distance = Math.abs(offset)
  return (
    `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hours)}:${pad(minutes)}:${pad(seconds)}${fraction}` +
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`
  )
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0')
}
