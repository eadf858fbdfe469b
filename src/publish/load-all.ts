import { setImmediate as turn } from 'node:timers/promises'
import type { CollectionSlug, Payload, SelectType } from 'payload'

/** Some 20 ms of a synchronous database: between slices polls are answered. */
const slice = 250

/**
 * All documents of a collection, by id: straight from the adapter, since hooks and access control cost seconds where there are 10,000
 * displays, and change nothing here. Read from id to id, so that what is made or deleted meanwhile hides no other.
 */
export async function loadAll<T extends { id: string | number }>(
  payload: Payload,
  collection: CollectionSlug,
  select?: SelectType,
): Promise<Map<string, T>> {
  const all = new Map<string, T>()
  for (let last: T['id'] | undefined; ; ) {
    const { docs } = await payload.db.find<T>({
      collection,
      where: last === undefined ? {} : { id: { greater_than: last } },
      sort: 'id',
      limit: slice,
      pagination: false,
      ...(select && { select }),
    })
    for (const document of docs) all.set(String(document.id), document)
    last = docs.at(-1)?.id
    if (docs.length < slice) return all
    await turn()
  }
}
