import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, Migration } from 'payload'
import { withMigrations } from './migrations'
import { withSerialWrites } from './serialWrites'

const busyTimeoutMs = 5_000

type Migrations = (Omit<Migration, 'up' | 'down'> & { up: unknown; down: unknown })[]

/**
 * The database that the address chooses: `mongodb://…` or an SQLite file, `file:…`, which brings itself up to date when it is
 * opened, without ever asking. The driver of MongoDB is loaded only where it is used: it takes a fifth of a second and 20 MB.
 */
export async function database(input: {
  uri: string
  migrations: Migrations
  migrationDir: string
}): Promise<DatabaseAdapterObj> {
  if (input.uri.startsWith('mongodb')) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    // Without `$lookup`: databases that only speak MongoDB's protocol (DocumentDB, FerretDB) lack it or parts of it.
    return mongooseAdapter({ url: input.uri, useJoinAggregations: false, usePipelineInSortLookup: false })
  }
  const sqlite = sqliteAdapter({
    client: { url: input.uri },
    idType: 'uuid',
    push: false,
    wal: true,
    busyTimeout: busyTimeoutMs,
    migrationDir: input.migrationDir,
  })
  return {
    ...sqlite,
    init: (args) =>
      withMigrations(withSerialWrites(sqlite.init(args) as unknown as SQLiteAdapter), input.migrations),
  } as DatabaseAdapterObj
}
