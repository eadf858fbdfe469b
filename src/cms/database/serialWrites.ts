import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createWriteLock } from './writeLock'

const writes = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type TransactionID = string | number
type WriteArgs = { req?: { transactionID?: TransactionID | Promise<TransactionID | null> | null } }
type Write = (args: WriteArgs) => Promise<unknown>
type Drizzle = SQLiteAdapter['drizzle']

const lockWaitMs = 20_000

/**
 * Gives the SQLite adapter transactions that hold and never fail as busy within one process. Its driver is synchronous: a
 * second writer that waits for SQLite's own lock would stop the first from ever committing. So writers queue here. Reads go
 * through a connection of their own and, in WAL mode, never wait. A transaction takes the lock at its first write, not when
 * Payload begins it, so that hashing an upload holds nobody up; a write outside of any gets a transaction to itself.
 */
export function withSerialWrites(adapter: SQLiteAdapter): SQLiteAdapter {
  const lock = createWriteLock({ waitMs: lockWaitMs })
  const begun = new Set<TransactionID>()
  const opening = new Map<TransactionID, Promise<void>>()
  let writer: Drizzle

  const connect = adapter.connect
  adapter.connect = async function connectTwice(options) {
    await connect?.call(adapter, options)
    writer = adapter.drizzle
    // A client of its own for reads: connect makes one where there is none.
    Object.assign(adapter, { client: undefined })
    await connect?.call(adapter, options)
    await writer.run('PRAGMA foreign_keys = ON')
  }

  adapter.beginTransaction = async () => {
    const id = randomUUID()
    begun.add(id)
    return id
  }

  adapter.commitTransaction = (id) => end(id, 'COMMIT')
  adapter.rollbackTransaction = (id) => end(id, 'ROLLBACK')

  async function open(id: TransactionID) {
    const release = await lock.acquire()
    try {
      await writer.run('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    const finish = (statement: string) => async () => {
      try {
        await writer.run(statement)
      } finally {
        delete adapter.sessions[id]
        release()
      }
    }
    adapter.sessions[id] = {
      db: writer as never,
      resolve: finish('COMMIT'),
      reject: finish('ROLLBACK'),
    }
  }

  async function end(given: TransactionID | Promise<TransactionID>, how: 'COMMIT' | 'ROLLBACK') {
    const id = await given
    begun.delete(id)
    await opening.get(id)
    opening.delete(id)
    const session = adapter.sessions[id]
    if (!session) return
    await (how === 'COMMIT' ? session.resolve() : session.reject())
  }

  async function inTransaction(write: Write, args: WriteArgs) {
    const id = await args.req?.transactionID
    if (id && (begun.has(id) || adapter.sessions[id])) {
      if (!opening.has(id)) opening.set(id, open(id))
      await opening.get(id)
      return write.call(adapter, args)
    }
    const own = randomUUID()
    await open(own)
    // The request's own properties stay readable; only the transaction differs.
    const req = Object.create(args.req ?? null, { transactionID: { value: own, enumerable: true } })
    try {
      const result = await write.call(adapter, { ...args, req })
      await end(own, 'COMMIT')
      return result
    } catch (error) {
      await end(own, 'ROLLBACK')
      throw error
    }
  }

  const methods = adapter as unknown as Record<string, Write>
  for (const name of writes) {
    const write = methods[name]
    if (write) methods[name] = (args) => inTransaction(write, args)
  }
  return adapter
}
