import type { CollectionSlug } from 'payload'
import { tokenHash } from '../../src/device/tokens'
import { displayId, district, groupId } from './district'
import { tokenOf } from './site'

/** Writes the district into the database of the environment: `node src/cli/run.mjs test/bench/seed <displays> <classes> <schedules>`. */
const [displays = 0, classes = 0, schedules = 0] = process.argv.slice(2).map(Number)
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
/** The database gives ids of its own. */
const ids = new Map<string, string>()

async function write(collection: CollectionSlug, { id, ...data }: { id: string }) {
  const document = await payload.db.create({ collection, data: withIds(data) as Record<string, unknown> })
  ids.set(id, String(document.id))
}

/** With the ids that were given in place of the district's own; rows of lists keep theirs. */
function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds)
  if (typeof value === 'string') return ids.get(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'id' ? inner : withIds(inner)]),
  )
}

const documents = district({ displays, classes, schedules })
for (let group = 0; group < classes; group += 1) {
  await write('display-groups', { id: groupId(group), title: `组 ${group}` } as { id: string })
}
for (const collection of ['display-profiles', 'contents', 'playlists', 'schedules', 'displays'] as const) {
  for (const document of documents[collection]) await write(collection, document)
}
for (let display = 0; display < displays; display += 1) {
  const data = { display: ids.get(displayId(display)), tokenHash: tokenHash(tokenOf(display)) }
  await payload.db.create({ collection: 'display-states', data })
}
await payload.destroy()
process.exit(0)
