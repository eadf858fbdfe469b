import Database from 'libsql'
import type { PlayLog, PlaysBatch, PlaysQuery, StoredPlay } from './log'

const schema = `
  CREATE TABLE IF NOT EXISTS plays (
    display TEXT NOT NULL,
    boot TEXT NOT NULL,
    seq INTEGER NOT NULL,
    content TEXT NOT NULL,
    schedule TEXT,
    started INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    manifest TEXT NOT NULL,
    zone TEXT,
    error TEXT,
    unsynced INTEGER NOT NULL,
    received INTEGER NOT NULL,
    PRIMARY KEY (display, boot, seq)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS plays_started ON plays (started);
`

const columns =
  'display, boot, seq, content, schedule, started, ms, outcome, manifest, zone, error, unsynced, received'

type Row = {
  display: string
  boot: string
  seq: number
  content: string
  schedule: string | null
  started: number
  ms: number
  outcome: StoredPlay['outcome']
  manifest: string
  zone: string | null
  error: string | null
  unsynced: number
  received: number
}

/**
 * The play log in an SQLite file of its own, so that screens that report never wait for the CMS's database.
 * Every batch is one transaction, synced to disk (`synchronous=FULL`) before it is answered.
 */
export function sqlitePlayLog(path: string): PlayLog {
  const db = new Database(path)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec(schema)
  const insert = db.prepare(
    `INSERT OR IGNORE INTO plays (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addAll = db.transaction((batch: PlaysBatch) => {
    let accepted = 0
    for (const play of batch.plays) accepted += insert.run(...values(batch, play)).changes
    return accepted
  })
  return {
    async add(batch) {
      const accepted = addAll(batch)
      return { accepted, duplicates: batch.plays.length - accepted }
    },
    async find(query) {
      const { where, parameters } = conditions(query)
      const statement = db.prepare(
        `SELECT ${columns} FROM plays ${where} ORDER BY started DESC, display, boot, seq DESC LIMIT ?`,
      )
      return (statement.all(...parameters, query.limit) as Row[]).map(toPlay)
    },
    async close() {
      db.close()
    },
  }
}

function values({ display, bootId, receivedAt }: PlaysBatch, play: PlaysBatch['plays'][number]) {
  return [
    display,
    bootId,
    play.seq,
    play.content,
    play.schedule,
    play.from,
    play.ms,
    play.outcome,
    play.manifest,
    play.zone ?? null,
    play.error ?? null,
    play.unsynced ? 1 : 0,
    receivedAt,
  ]
}

function conditions({ display, content, from, to }: PlaysQuery) {
  const asked: [string, string | number | undefined][] = [
    ['display = ?', display],
    ['content = ?', content],
    ['started >= ?', from],
    ['started < ?', to],
  ]
  const used = asked.filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  return {
    where: used.length === 0 ? '' : `WHERE ${used.map(([condition]) => condition).join(' AND ')}`,
    parameters: used.map(([, value]) => value),
  }
}

function toPlay(row: Row): StoredPlay {
  return {
    display: row.display,
    bootId: row.boot,
    seq: row.seq,
    content: row.content,
    schedule: row.schedule,
    from: row.started,
    ms: row.ms,
    outcome: row.outcome,
    manifest: row.manifest,
    ...(row.zone === null ? {} : { zone: row.zone }),
    ...(row.error === null ? {} : { error: row.error }),
    ...(row.unsynced === 0 ? {} : { unsynced: true }),
    receivedAt: row.received,
  }
}
