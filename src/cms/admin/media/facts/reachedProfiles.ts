import { idOf } from '../../../faults/idOf'
import type { Display, DisplayProfile, Playlist, Schedule } from '../../../payload-types'

type Get = <T>(path: string) => Promise<T>
type Found<T> = { docs: T[] }

/**
 * The profiles of the displays that a content reaches by its playlists, as scheduled or as filler. All profiles, and `reached`
 * false, where it reaches none. `get` asks the REST API for a path below its root.
 */
export async function reachedProfiles(
  content: string | null,
  get: Get,
): Promise<{ reached: boolean; profiles: DisplayProfile[] }> {
  const all = await get<Found<DisplayProfile>>(`display-profiles?${whole}&sort=title`)
  const wanted = new Set(content ? await profileIds(content, get) : [])
  const profiles = all.docs.filter(({ id }) => wanted.has(String(id)))
  return profiles.length > 0 ? { reached: true, profiles } : { reached: false, profiles: all.docs }
}

const whole = 'depth=0&pagination=false'

async function profileIds(content: string, get: Get): Promise<string[]> {
  const playlists = ids(
    await get<Found<Playlist>>(
      `playlists?${whole}&select[id]=true&where[entries.content][equals]=${content}`,
    ),
  )
  if (playlists.length === 0) return []
  const enabled = `where[enabled][not_equals]=false&where[playlist][in]=${playlists}`
  const { docs } = await get<Found<Schedule>>(`schedules?${whole}&select[targets]=true&${enabled}`)
  const targets = docs.map((schedule) => schedule.targets ?? {})
  const named = {
    filler: playlists,
    id: targets.flatMap((one) => (one.displays ?? []).flatMap((display) => idOf(display) ?? [])),
    groups: targets.flatMap((one) => (one.groups ?? []).flatMap((group) => idOf(group) ?? [])),
    tags: targets.flatMap((one) => one.tags ?? []),
  }
  const clauses = Object.entries(named).filter(([, values]) => values.length > 0)
  const any = clauses.map(
    ([field, values], at) => `&where[or][${at}][${field}][in]=${values.map(encodeURIComponent)}`,
  )
  const where = targets.some(({ all }) => all) ? '' : any.join('')
  const displays = await get<Found<Display>>(`displays?${whole}&select[profile]=true${where}`)
  return displays.docs.flatMap(({ profile }) => idOf(profile) ?? [])
}

function ids(found: Found<{ id: string }>) {
  return found.docs.map(({ id }) => String(id))
}
