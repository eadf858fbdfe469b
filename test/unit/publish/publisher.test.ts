import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Change } from '../../../src/cms/hooks/changes'
import type { Manifest } from '../../../src/manifest/manifest'
import type { CompileClass } from '../../../src/publish/class-compiler'
import { compileClass } from '../../../src/publish/compile-class'
import { horizonStepMs } from '../../../src/publish/horizon'
import { startPublisher } from '../../../src/publish/publisher'
import { aDatabase } from '../../factories/document-database'
import { aContent, aDisplay, aPlaylist, aProfile, aSchedule } from '../../factories/documents'

const edited = (id: string, over: Partial<Change> = {}): Change => ({
  collection: 'contents',
  id,
  operation: 'update',
  ...over,
})

let now = Date.parse('2026-10-01T00:00:00Z')
const warn = vi.fn()
let database: ReturnType<typeof aDatabase>

const compile = vi.fn<CompileClass>()

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
  compile.mockReset().mockImplementation(async (input) => compileClass(input))
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

  it.each<[string, number, (collections: typeof database.collections) => Change]>([
    [
      'a content of one class',
      1,
      ({ contents }) => {
        contents.set('a', aContent({ id: 'a', text: '新口号' }))
        return edited('a')
      },
    ],
    [
      'a content, of which no screen is told',
      0,
      ({ contents }) => {
        contents.set('a', aContent({ id: 'a', tags: ['夏季'] }))
        return edited('a')
      },
    ],
    [
      'a playlist of one class',
      1,
      ({ playlists }) => {
        playlists.set('pb', aPlaylist('pb', ['b', 'a']))
        return edited('pb', { collection: 'playlists' })
      },
    ],
    [
      'a schedule that now plays on other displays too',
      1,
      ({ schedules }) => {
        schedules.set('sa', aSchedule({ id: 'sa', playlist: 'pa' }))
        return edited('sa', { collection: 'schedules' })
      },
    ],
    [
      'the profile of all displays',
      2,
      (collections) => {
        collections['display-profiles'].set('led', aProfile({ id: 'led', width: 640 }))
        return edited('led', { collection: 'display-profiles' })
      },
    ],
    [
      'the name of a display',
      0,
      ({ displays }) => {
        displays.set('da', aDisplay({ id: 'da', name: '改名', groups: ['ga'] }))
        return edited('da', { collection: 'displays' })
      },
    ],
    [
      'a display that joins another class',
      0,
      ({ displays }) => {
        displays.set('da', aDisplay({ id: 'da', groups: ['gb'] }))
        return edited('da', { collection: 'displays' })
      },
    ],
    [
      'a display that makes a class of its own',
      1,
      ({ displays }) => {
        displays.set('da', aDisplay({ id: 'da', groups: ['ga', 'gb'] }))
        return edited('da', { collection: 'displays' })
      },
    ],
  ])('after an edit of %s compiles %i', async (_what, expected, edit) => {
    const publisher = await start()
    compile.mockClear()
    publisher.changed(edit(database.collections))
    await publisher.idle()
    expect(compile).toHaveBeenCalledTimes(expected)
    const again = await start()
    const etags = (one: typeof publisher) => ['da', 'db'].map((display) => one.manifestOf(display)?.etag)
    expect(etags(publisher)).toEqual(etags(again))
  })

  it('publishes each class when it is compiled, and answers what it has until then', async () => {
    const publisher = await start()
    const before = ['da', 'db'].map((display) => publisher.manifestOf(display))
    const told: string[][] = []
    publisher.onPublished((displays) => told.push(displays))
    let release: () => void = expect.unreachable
    const second = new Promise<void>((begun) => {
      compile.mockImplementationOnce(async (input) => compileClass(input))
      compile.mockImplementationOnce(async (input) => {
        begun()
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return compileClass(input)
      })
    })
    database.collections['display-profiles'].set('led', aProfile({ id: 'led', width: 640 }))
    publisher.changed(edited('led', { collection: 'display-profiles' }))
    await second
    expect(told).toEqual([['da']])
    expect(publisher.manifestOf('da')).not.toBe(before[0])
    expect(publisher.manifestOf('db')).toBe(before[1])
    release()
    await publisher.idle()
    expect(told).toEqual([['da'], ['db']])
  })

  it('keeps the last manifest of a class that cannot be compiled, and compiles the others', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('da')
    const hostile = aSchedule({ id: 'hostile', playlist: 'pb', targets: { displays: ['da'] } })
    compile.mockImplementation(async (input) => {
      if (input.problem.schedules.some(({ id }) => id === 'hostile')) throw new Error('took longer than 30 s')
      return compileClass(input)
    })
    database.collections.schedules.set('hostile', hostile)
    database.collections.contents.set('b', aContent({ id: 'b', text: '照常更新' }))
    publisher.changed(edited('hostile', { collection: 'schedules', operation: 'create' }))
    publisher.changed(edited('b'))
    await publisher.idle()
    expect(publisher.manifestOf('da')).toBe(before)
    expect(publisher.manifestOf('db')?.body.toString()).toContain('照常更新')
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      'manifest not compiled; the last one stays',
      expect.objectContaining({ displays: ['da'], schedules: ['hostile', 'sa'] }),
    )

    compile.mockClear()
    publisher.changed(edited('b'))
    await publisher.idle()
    expect(compile).not.toHaveBeenCalled()

    database.collections.schedules.delete('hostile')
    database.collections.contents.set('a', aContent({ id: 'a', text: '恢复' }))
    publisher.changed(edited('hostile', { collection: 'schedules', operation: 'delete' }))
    publisher.changed(edited('a'))
    await publisher.idle()
    expect(publisher.manifestOf('da')?.body.toString()).toContain('恢复')
  })

  it('compiles nothing more once it is closed', async () => {
    const publisher = await start()
    compile.mockClear()
    database.collections.contents.set('a', aContent({ id: 'a', text: '太晚了' }))
    publisher.changed(edited('a'))
    await publisher.close()
    expect(compile).not.toHaveBeenCalled()
    expect(warn).not.toHaveBeenCalled()
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
    compile.mockClear()
    database.correct({ corrections: [{ from: '2026-10-02', kind: 'workday' }] })
    publisher.changed({ collection: 'working-calendar', id: 'working-calendar', operation: 'update' })
    await publisher.idle()
    expect([levelOf('da'), levelOf('db')]).toEqual(['normal', 'normal'])
    expect(compile).toHaveBeenCalledTimes(1)
  })

  it('minds no collection that decides nothing', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('da')
    publisher.changed({ collection: 'users', id: 'u', operation: 'update' })
    await publisher.idle()
    expect(publisher.manifestOf('da')).toBe(before)
  })
})
