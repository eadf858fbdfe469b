import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/** The adapter that runs what is missing of the committed migrations whenever it connects, in development and tests too. */
export function withMigrations(adapter: SQLiteAdapter, migrations: unknown[]): SQLiteAdapter {
  const connect = adapter.connect
  adapter.connect = async function connectAndMigrate(options) {
    await connect?.call(adapter, options)
    // `payload migrate:*` opens the database to do by hand what is done here.
    if (process.env.PAYLOAD_MIGRATING === 'true' || migrations.length === 0) return
    await adapter.migrate({ migrations: migrations as never })
  }
  return adapter
}
