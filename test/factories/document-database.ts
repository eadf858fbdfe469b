import type { Payload } from 'payload'
import type { Corrections } from '../../src/cms/calendar/correctedCalendar'
import type { Snapshot } from '../../src/publish/snapshot'
import { aSnapshot } from './documents'

type Collection = Exclude<keyof Snapshot, 'calendar'>
type Find = { collection: Collection; where: { id?: { greater_than: string } }; limit: number }

/** Payload as the publisher uses it, over documents in memory; its database can be told to fail. */
export function aDatabase(documents: Parameters<typeof aSnapshot>[0]) {
  const collections = aSnapshot(documents)
  let corrections: Corrections = {}
  let failing = false
  const answer = <T>(value: T) =>
    failing ? Promise.reject(new Error('disk I/O error')) : Promise.resolve(value)
  const payload = {
    db: {
      sessions: {} as Record<string, unknown>,
      find: ({ collection, where, limit }: Find) => {
        const documents = [...collections[collection].values()].sort((a, b) => (a.id < b.id ? -1 : 1))
        const after = where.id?.greater_than ?? ''
        return answer({ docs: documents.filter(({ id }) => id > after).slice(0, limit) })
      },
    },
    findByID: ({ collection, id }: { collection: Collection; id: string }) =>
      answer(collections[collection].get(id) ?? null),
    findGlobal: () => answer(corrections),
  }
  return {
    payload: payload as unknown as Payload,
    collections,
    sessions: payload.db.sessions,
    correct: (value: Corrections) => {
      corrections = value
    },
    fail: (value: boolean) => {
      failing = value
    },
  }
}
