import type { Content, Schedule } from '../cms/payload-types'
import { upcoming } from '../schedule'
import type { Airing } from './airing'
import { contentsOf } from './class-input'
import type { DisplayClass } from './classes'
import { type Derivation, derivationsOf } from './derivations'
import { idOf } from './ids'
import { problemOf } from './problem'
import type { Snapshot } from './snapshot'
import { usableProblem } from './usable'

/** A rendition that some display needs. */
export type Need = Derivation & {
  /** When it is on air first, UTC ms; null where nothing says. */
  neededFrom: number | null
  /** The profiles whose screens show it, by id. */
  profiles: string[]
}

type Documents = Pick<Snapshot, 'contents' | 'media' | 'playlists' | 'calendar'>
type Class = Pick<DisplayClass, 'key' | 'profile' | 'settings' | 'schedules'>

export type NeedsInput = {
  classes: readonly Class[]
  documents: Documents
  /** What each class's manifest shows and when, by the class's key, where one is compiled. */
  airings: ReadonlyMap<string, Airing>
  /** UTC ms. */
  now: number
}

const dayMs = 24 * 3_600_000

/**
 * The exact renditions that displays need, each once, the soonest on air first: those of every content that the enabled schedules or
 * the filler of a class name. Approved or not, so that the file is there when the approval is.
 */
export function needs({ classes, documents, airings, now }: NeedsInput): Need[] {
  const found = new Map<string, Need>()
  for (const displayClass of classes) {
    const begins = beginnings(displayClass, documents, airings.get(displayClass.key), now)
    for (const id of contentsOf(displayClass, documents.playlists)) {
      const content = documents.contents.get(id)
      if (!content || isOver(content, now)) continue
      const { file, cover } = derivationsOf(content, documents.media, displayClass.profile)
      for (const derivation of [file, cover]) {
        if (derivation) note(found, derivation, begins(id), String(displayClass.profile.id))
      }
    }
  }
  return [...found.values()].sort(sooner)
}

/** Order of work: soonest on air first, what is on air at no known time last. */
export function sooner(a: { neededFrom: number | null }, b: { neededFrom: number | null }): number {
  return (a.neededFrom ?? Number.MAX_SAFE_INTEGER) - (b.neededFrom ?? Number.MAX_SAFE_INTEGER)
}

function isOver({ validUntil }: Content, now: number) {
  return Boolean(validUntil) && Date.parse(String(validUntil)) <= now
}

function note(found: Map<string, Need>, derivation: Derivation, from: number | null, profile: string) {
  const known = found.get(derivation.key)
  if (!known) {
    found.set(derivation.key, { ...derivation, neededFrom: from, profiles: [profile] })
    return
  }
  known.neededFrom = earlier(known.neededFrom, from)
  if (!known.profiles.includes(profile)) known.profiles.push(profile)
}

/**
 * When each content of a class is on air first: as its manifest has it; for what is in none yet (a draft), when the first of its
 * schedules is on air, or begins.
 */
function beginnings(displayClass: Class, documents: Documents, airing: Airing | undefined, now: number) {
  const schedulesOf = new Map<string, Schedule[]>()
  for (const schedule of displayClass.schedules) {
    for (const { content } of documents.playlists.get(idOf(schedule.playlist))?.entries ?? []) {
      const id = idOf(content)
      schedulesOf.set(id, [...(schedulesOf.get(id) ?? []), schedule])
    }
  }
  const starts = new Map<string, number | null>()
  const startOf = (schedule: Schedule) => {
    const id = String(schedule.id)
    const aired = airing?.schedules.get(id)
    if (aired !== undefined) return aired
    if (!starts.has(id)) starts.set(id, nextStart(schedule, displayClass, documents, now))
    return starts.get(id) ?? null
  }
  return (id: string): number | null =>
    airing?.contents.get(id) ?? (schedulesOf.get(id) ?? []).map(startOf).reduce(earlier, null)
}

/** When a schedule is active next, as if all of its playlist might be shown; null where it never is, or the core refuses it. */
function nextStart(
  schedule: Schedule,
  { key, settings }: Class,
  { contents, playlists, calendar }: Documents,
  now: number,
): number | null {
  const entries = playlists.get(idOf(schedule.playlist))?.entries ?? []
  const all = new Map(
    entries.flatMap(({ content }) => {
      const document = contents.get(idOf(content))
      return document ? [[idOf(content), { ...document, seconds: document.seconds ?? 1 }] as const] : []
    }),
  )
  const context = { playlists, contents: all, calendar }
  const range = { from: now, to: now + dayMs }
  const alone = { key, settings: { ...settings, filler: null }, schedules: [schedule] }
  const usable = usableProblem(problemOf(alone, context, range))
  const parsed = usable.ok ? usable.problem.schedules[0] : undefined
  if (!usable.ok || !parsed) return null
  const [next] = upcoming(parsed, usable.problem.calendar, now, 1).occurrences
  return next ? Math.max(next.from, now) : null
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
