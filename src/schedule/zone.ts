import { DAY_MS, type Day } from './day'

/**
 * Local wall time and instants of one IANA zone. Instants are UTC ms; a wall time is the ms that its fields would be
 * in UTC, so `day * DAY_MS` is a local midnight.
 */
export type Zone = {
  name: string
  /** What local clocks add to UTC at an instant, ms. */
  offsetAt(instant: number): number
  /** The local date at an instant. */
  dayAt(instant: number): Day
  /**
   * The instant of a wall time. One that a forward change skips becomes the first instant after the gap; one that a
   * backward change repeats is the earlier instant at a start and the later at an end.
   */
  instantOf(wall: number, edge: 'start' | 'end'): number
}

/** A change of a zone's offset: clocks add `before` until `at`, and `after` from it. */
type Transition = { at: number; before: number; after: number }
type Chunk = { offset: number; transitions: Transition[] }

// No zone is further than this from UTC, and no two chunks are needed to see a wall time's surroundings twice.
const MAX_OFFSET_MS = 26 * 3_600_000
const CHUNK_MS = 128 * DAY_MS

// A zone's rules are facts that do not change while the process runs, so they are read from ICU once.
const zones = new Map<string, Zone>()

// Names that ICU knows and the IANA database does not; "CST" and its kin mean other places to other people.
const NOT_IANA = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(
    ' ',
  ),
)

/** The zone of an IANA name. Throws a RangeError where there is none: see `isZoneName`. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const zone = createZone(name)
  zones.set(name, zone)
  return zone
}

export function isZoneName(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || NOT_IANA.has(name.toUpperCase()) || /^systemv\//i.test(name)) return false
  try {
    zoneOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    timeZoneName: 'longOffset',
    hour: 'numeric',
  })
  const chunks = new Map<number, Chunk>()
  const chunkAt = (instant: number): Chunk => {
    const index = Math.floor(instant / CHUNK_MS)
    let chunk = chunks.get(index)
    if (!chunk) {
      chunk = readChunk(format, index * CHUNK_MS)
      chunks.set(index, chunk)
    }
    return chunk
  }

  const offsetAt = (instant: number): number => {
    const { offset, transitions } = chunkAt(instant)
    let current = offset
    for (const transition of transitions) if (transition.at <= instant) current = transition.after
    return current
  }

  const transitionsNear = (wall: number): Transition[] => {
    const first = chunkAt(wall - MAX_OFFSET_MS)
    const last = chunkAt(wall + MAX_OFFSET_MS)
    const all = first === last ? first.transitions : [...first.transitions, ...last.transitions]
    return all.filter(({ at }) => Math.abs(at - wall) <= MAX_OFFSET_MS)
  }

  return {
    name,
    offsetAt,
    dayAt: (instant) => Math.floor((instant + offsetAt(instant)) / DAY_MS),
    instantOf(wall, edge) {
      const near = transitionsNear(wall)
      const first = near[0]
      if (!first) return wall - offsetAt(wall)
      const readings: number[] = []
      if (wall - first.before < first.at) readings.push(wall - first.before)
      near.forEach((transition, i) => {
        const reading = wall - transition.after
        const next = near[i + 1]
        if (reading >= transition.at && (!next || reading < next.at)) readings.push(reading)
      })
      const reading = edge === 'start' ? readings[0] : readings.at(-1)
      if (reading !== undefined) return reading
      const gap = near.find(({ at, before, after }) => at + before <= wall && wall < at + after)
      return gap ? gap.at : wall - first.before
    },
  }
}

/** The offsets of one stretch of time, found by a look at every day and bisection between two that differ. */
function readChunk(format: Intl.DateTimeFormat, start: number): Chunk {
  const transitions: Transition[] = []
  const offset = readOffset(format, start)
  let before = offset
  for (let at = start; at < start + CHUNK_MS; at += DAY_MS) {
    const after = readOffset(format, at + DAY_MS)
    if (after === before) continue
    transitions.push({ at: bisect(format, at, at + DAY_MS, before), before, after })
    before = after
  }
  // A change on the chunk's last edge belongs to the next chunk, which starts with the new offset.
  return { offset, transitions: transitions.filter(({ at }) => at < start + CHUNK_MS) }
}

/** The first whole second in (low, high] whose offset is not `before`. */
function bisect(format: Intl.DateTimeFormat, low: number, high: number, before: number): number {
  let [old, changed] = [low / 1000, high / 1000]
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2)
    if (readOffset(format, middle * 1000) === before) old = middle
    else changed = middle
  }
  return changed * 1000
}

/** ICU's long offset reads `GMT`, `GMT+08:00` or, before standard time, `GMT+08:05:43`. */
function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant))
  if (!match) throw new Error('The runtime gives no offset for a time zone: it needs full ICU data.')
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -ms : ms
}
