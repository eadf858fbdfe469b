import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onChange } from '../../../src/cms/hooks/changes'
import { aPlaylist, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let rest: Rest
let dir: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'xuanbo-killed-'))
  const [, signal] = await writeAndDie(dir)
  expect(signal).toBe('SIGKILL')
  cms = await startCms({ DATABASE_URI: `file:${join(dir, 'xuanbo.db')}` })
  rest = await cms.as('administrator')
})
afterAll(async () => {
  await cms.stop()
  await rm(dir, { recursive: true, force: true })
})

async function writeAndDie(dir: string) {
  const script = join(import.meta.dirname, 'killed-writer.ts')
  const env = {
    ...process.env,
    PAYLOAD_SECRET: 'a secret of tests, thirty-two long',
    DATA_DIR: dir,
    LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return once(child, 'exit')
}

const rowsOf = async (table: string) => {
  const { rows } = await (cms.payload.db as unknown as { drizzle: Drizzle }).drizzle.run(
    `SELECT count(*) AS n FROM ${table}`,
  )
  return Number(rows[0]?.n)
}
type Drizzle = { run: (sql: string) => Promise<{ rows: { n: unknown }[] }> }

describe('a server killed in the middle of a save', () => {
  it('leaves nothing of the half document, and all of the whole one', async () => {
    const { docs } = await cms.payload.find({ collection: 'playlists', depth: 0 })
    expect(docs.map(({ title }) => title)).toEqual(['whole'])
    expect(docs[0]?.entries).toHaveLength(20)
    expect(await rowsOf('playlists_entries')).toBe(20)
  })
})

describe('writes side by side', () => {
  it('all succeed: fifty created over REST at once', async () => {
    const bodies = Array.from({ length: 50 }, (_, index) => ({
      title: `c${index}`,
      kind: 'slogan',
      text: '好',
      tags: ['a'],
    }))
    const answers = await Promise.all(bodies.map((body) => rest('POST', '/contents', body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    const where = { tags: { in: ['a'] } }
    expect((await cms.payload.count({ collection: 'contents', where })).totalDocs).toBe(50)
  })

  it('all succeed: one document changed fifty times, with reads between', async () => {
    const id = await aSlogan(cms.payload)
    const changes = Array.from({ length: 50 }, (_, index) =>
      rest('PATCH', `/contents/${id}`, { seconds: index + 1 }),
    )
    const reads = Array.from({ length: 50 }, () => rest('GET', '/contents'))
    const answers = await Promise.all([...changes, ...reads])
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })

  it('see what they wrote themselves before it is committed', async () => {
    const seen: unknown[] = []
    const stop = onChange(({ collection }) => seen.push(collection))
    const playlist = await aPlaylist(cms.payload, [await aSlogan(cms.payload)])
    stop()
    expect(seen).toEqual(['contents', 'playlists'])
    expect((await rest('GET', `/playlists/${playlist}`)).status).toBe(200)
  })
})

it('keeps preferences, which are written by an upsert of two writes', async () => {
  for (const value of ['a', 'b']) {
    expect((await rest('POST', '/payload-preferences/test', { value })).status).toBe(200)
  }
  expect((await rest('GET', '/payload-preferences/test')).body).toMatchObject({ value: 'b' })
})

it.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
  'ends once, whoever else writes in it %i ticks after its end began',
  async (ticks) => {
    const db = cms.payload.db as typeof cms.payload.db & { sessions: object }
    const transactionID = String(await db.beginTransaction())
    const write = (title: string) =>
      db.create({ collection: 'display-groups', data: { title }, req: { transactionID } as PayloadRequest })
    const late = async () => {
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
      return write(`late ${ticks}`)
    }
    await write(`early ${ticks}`)
    await Promise.all([db.commitTransaction(transactionID), late()])
    expect(db.sessions).toEqual({})
    const where = { title: { in: [`early ${ticks}`, `late ${ticks}`] } }
    expect((await cms.payload.count({ collection: 'display-groups', where })).totalDocs).toBe(2)
  },
)

it('takes back all of a save that fails at its end', async () => {
  const content = await aSlogan(cms.payload)
  const [playlists, entries] = [await rowsOf('playlists'), await rowsOf('playlists_entries')]
  const stop = onChange(() => {
    throw new Error('a hook failed')
  })
  const { status } = await rest('POST', '/playlists', { title: 't', entries: [{ content }] })
  stop()
  expect(status).toBe(500)
  expect([await rowsOf('playlists'), await rowsOf('playlists_entries')]).toEqual([playlists, entries])
  expect((await rest('POST', '/playlists', { title: 't', entries: [{ content }] })).status).toBe(201)
})
