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

/** A transaction that has not ended: when it was opened, which is at its first write, and all its writes. */
type Transaction = { opened: Promise<void> | null; writes: Promise<unknown>[] }

const lockWaitMs = 20_000

/**
 * Gives the SQLite adapter transactions that hold and never fail as busy within one process. Its driver is synchronous: a
 * second writer that waits for SQLite's own lock would stop the first from ever committing. So writers queue here. Reads go
 * through a connection of their own and, in WAL mode, never wait. A transaction takes the lock at its first write, not when
 * Payload begins it, so that hashing an upload holds nobody up; a write outside of any gets a transaction to itself.
 */
export function withSerialWrites(adapter: SQLiteAdapter): SQLiteAdapter {
  const lock = createWriteLock({ waitMs: lockWaitMs })
  const transactions = new Map<TransactionID, Transaction>()
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

  adapter.beginTransaction = async () => begin()
  adapter.commitTransaction = async (id) => end(await id, 'commit')
  adapter.rollbackTransaction = async (id) => end(await id, 'rollback')

  function begin(): TransactionID {
    const id = randomUUID()
    transactions.set(id, { opened: null, writes: [] })
    return id
  }

  async function open(id: TransactionID) {
    const release = await lock.acquire()
    const finish = (statement: string) => async () => {
      try {
        await writer.run(statement)
      } finally {
        delete adapter.sessions[id]
        release()
      }
    }
    try {
      await writer.run('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    adapter.sessions[id] = { db: writer as never, resolve: finish('COMMIT'), reject: finish('ROLLBACK') }
  }

  /** Several operations may share a transaction: the first to end it ends it for all, once their writes under way are done. */
  async function end(id: TransactionID, how: 'commit' | 'rollback') {
    const transaction = transactions.get(id)
    transactions.delete(id)
    await Promise.allSettled(transaction?.writes ?? [])
    const session = adapter.sessions[id]
    await (how === 'commit' ? session?.resolve() : session?.reject())
  }

  async function within(id: TransactionID, transaction: Transaction, write: Write, args: WriteArgs) {
    transaction.opened ??= open(id)
    const written = transaction.opened.then(() => write.call(adapter, args))
    transaction.writes.push(written)
    return written
  }

  async function alone(write: Write, args: WriteArgs) {
    const id = begin()
    // The request's own properties stay readable; only the transaction differs.
    const req = Object.create(args.req ?? null, { transactionID: { value: id, enumerable: true } })
    try {
      const result = await within(id, transactions.get(id) as Transaction, write, { ...args, req })
      await end(id, 'commit')
      return result
    } catch (error) {
      await end(id, 'rollback')
      throw error
    }
  }

  const methods = adapter as unknown as Record<string, Write>
  for (const name of writes) {
    const write = methods[name]
    if (!write) continue
    methods[name] = async (args) => {
      const id = await args.req?.transactionID
      const transaction = id ? transactions.get(id) : undefined
      return id && transaction ? within(id, transaction, write, args) : alone(write, args)
    }
  }
  return adapter
}
