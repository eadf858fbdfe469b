import type { Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Corrections } from '../../../src/cms/calendar/correctedCalendar'
import type { Change } from '../../../src/cms/hooks/changes'
import type { Manifest } from '../../../src/manifest/manifest'
import type { CompileClass } from '../../../src/publish/class-compiler'
import { compileClass } from '../../../src/publish/compile-class'
import { horizonStepMs } from '../../../src/publish/horizon'
import { startPublisher } from '../../../src/publish/publisher'
import type { Snapshot } from '../../../src/publish/snapshot'
import { aContent, aDisplay, aPlaylist, aSchedule, aSnapshot } from '../../factories/documents'

type Collection = Exclude<keyof Snapshot, 'calendar'>
type Find = { collection: Collection; where: { id?: { greater_than: string } }; limit: number }

/** Payload as the publisher uses it, over documents in memory, so that its database can fail. */
function aDatabase(documents: Parameters<typeof aSnapshot>[0]) {
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

const edited = (id: string, over: Partial<Change> = {}): Change => ({
  collection: 'contents',
  id,
  operation: 'update',
  ...over,
})

let now = Date.parse('2026-10-01T00:00:00Z')
const warn = vi.fn()
let database: ReturnType<typeof aDatabase>

const compile = vi.fn<CompileClass>(async (input) => compileClass(input))

async function start() {
  const publisher = await startPublisher({
    payload: database.payload,
    now: () => now,
    urlSecret: 'secret',
    compile,
    warn,
  })
  await publisher.idle()
  return publisher
}

beforeEach(() => {
  warn.mockClear()
  database = aDatabase({
    contents: [aContent({ id: 'a' }), aContent({ id: 'b' })],
    playlists: [aPlaylist('pa', ['a']), aPlaylist('pb', ['b'])],
    schedules: [
      aSchedule({ id: 'sa', playlist: 'pa', targets: { groups: ['ga'] } }),
      aSchedule({ id: 'sb', playlist: 'pb', targets: { groups: ['gb'] } }),
    ],
    displays: [aDisplay({ id: 'da', groups: ['ga'] }), aDisplay({ id: 'db', groups: ['gb'] })],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the publisher', () => {
  it('compiles what an edit touches, keeps the rest as it is, and tells whom it concerns', async () => {
    const publisher = await start()
    const before = { a: publisher.manifestOf('da'), b: publisher.manifestOf('db') }
    const told: string[][] = []
    publisher.onPublished((displays) => told.push(displays))
    database.collections.contents.set('a', aContent({ id: 'a', text: '新口号' }))
    publisher.changed(edited('a'))
    await publisher.idle()
    expect(publisher.manifestOf('da')?.body.toString()).toContain('新口号')
    expect(publisher.manifestOf('da')?.etag).not.toBe(before.a?.etag)
    expect(publisher.manifestOf('db')).toBe(before.b)
    expect(told).toEqual([['da']])
  })

  it('waits for the transaction in which an edit was made', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('da')
    database.sessions.t = {}
    publisher.changed(edited('a', { transactionID: 't' }))
    database.collections.contents.set('a', aContent({ id: 'a', text: '提交后' }))
    delete database.sessions.t
    await publisher.idle()
    expect(publisher.manifestOf('da')).not.toBe(before)
  })

  it('keeps what was on air while the database fails, and takes the edit when it is back', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('da')
    database.collections.contents.set('a', aContent({ id: 'a', text: '修好了' }))
    database.fail(true)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    publisher.changed(edited('a'))
    await vi.advanceTimersByTimeAsync(100)
    await publisher.idle()
    expect(publisher.manifestOf('da')).toBe(before)
    expect(warn).toHaveBeenCalledOnce()
    database.fail(false)
    await vi.advanceTimersByTimeAsync(2000)
    await publisher.idle()
    expect(publisher.manifestOf('da')?.body.toString()).toContain('修好了')
  })

  it('moves the horizon by whole steps, and reads everything anew then', async () => {
    now = Date.parse('2026-10-01T05:59:59Z')
    const publisher = await start()
    const before = publisher.manifestOf('da')
    database.collections.contents.set('a', aContent({ id: 'a', text: '别处的修改' }))
    await publisher.roll()
    expect(publisher.manifestOf('da')).toBe(before)
    now += 1000
    await publisher.roll()
    const after = JSON.parse(String(publisher.manifestOf('da')?.body))
    expect(after.from % horizonStepMs).toBe(0)
    expect(after.from).toBe(now)
    expect(JSON.stringify(after)).toContain('别处的修改')
  })

  it('drops a display that is gone, and files that are no longer approved', async () => {
    const publisher = await start()
    database.collections.displays.delete('da')
    publisher.changed({ collection: 'displays', id: 'da', operation: 'delete' })
    await publisher.idle()
    expect(publisher.manifestOf('da')).toBeUndefined()
    expect(publisher.manifestOf('db')).toBeDefined()
  })

  it('takes a correction of the working calendar', async () => {
    database.collections.schedules.set(
      'sa',
      aSchedule({ id: 'sa', playlist: 'pa', targets: { groups: ['ga'] }, dayTypes: ['workday'] }),
    )
    const publisher = await start()
    // A Friday within the National Day holiday, at noon in Shanghai.
    const noon = Date.parse('2026-10-02T04:00:00Z')
    const levelOf = (display: string) =>
      (JSON.parse(String(publisher.manifestOf(display)?.body)) as Manifest).segments.find(
        ({ from, to }) => from <= noon && noon < to,
      )?.level
    expect([levelOf('da'), levelOf('db')]).toEqual(['standby', 'normal'])
    database.correct({ corrections: [{ from: '2026-10-02', kind: 'workday' }] })
    publisher.changed({ collection: 'working-calendar', id: 'working-calendar', operation: 'update' })
    await publisher.idle()
    expect([levelOf('da'), levelOf('db')]).toEqual(['normal', 'normal'])
  })

  it('minds no collection that decides nothing', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('da')
    publisher.changed({ collection: 'users', id: 'u', operation: 'update' })
    await publisher.idle()
    expect(publisher.manifestOf('da')).toBe(before)
  })
})
