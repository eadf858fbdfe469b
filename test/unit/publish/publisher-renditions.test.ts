import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CompileClass } from '../../../src/publish/class-compiler'
import { compileClass } from '../../../src/publish/compile-class'
import { derivationsOf } from '../../../src/publish/derivations'
import { startPublisher } from '../../../src/publish/publisher'
import { aDatabase } from '../../factories/document-database'
import {
  aContent,
  aDisplay,
  anImage,
  aPlaylist,
  aProfile,
  aRendition,
  aSchedule,
} from '../../factories/documents'

const now = Date.parse('2026-10-01T00:00:00Z')
const compile = vi.fn<CompileClass>()
const media = anImage({ id: 'abc' })
const poster = aContent({ id: 'a', kind: 'poster', media: 'abc' })
const [led, strip] = [aProfile({ id: 'led' }), aProfile({ id: 'strip', width: 1920, height: 360 })]
const key = String(derivationsOf(poster, new Map([['abc', media]]), led).file?.key)

let database: ReturnType<typeof aDatabase>

/** Two walls of different shapes that play one poster. */
async function start() {
  const { payload } = database
  const options = { payload, now: () => now, urlSecret: 'secret', compile, warn: vi.fn() }
  const publisher = await startPublisher(options)
  await publisher.idle()
  return publisher
}

/** A change of the rendition for the first wall, taken up. */
async function become(publisher: Awaited<ReturnType<typeof start>>, over: Parameters<typeof aRendition>[0]) {
  database.collections.renditions.set(key, aRendition(over))
  publisher.changed({ collection: 'renditions', id: key, operation: 'update' })
  await publisher.idle()
}

beforeEach(() => {
  compile.mockReset().mockImplementation(async (input) => compileClass(input))
  database = aDatabase({
    media: [media],
    contents: [poster],
    playlists: [aPlaylist('p', ['a'])],
    schedules: [aSchedule({ id: 's', playlist: 'p' })],
    displays: [aDisplay({ id: 'wall', profile: 'led' }), aDisplay({ id: 'long', profile: 'strip' })],
    profiles: [led, strip],
  })
})

describe('the publisher and a file made for one shape of screen', () => {
  it('compiles for its displays alone, once it is ready, and not before', async () => {
    const publisher = await start()
    const before = publisher.manifestOf('long')
    compile.mockClear()
    for (const state of ['waiting', 'processing', 'failed'] as const) await become(publisher, { key, state })
    expect(compile).not.toHaveBeenCalled()

    const made = aRendition({ key })
    const told: string[][] = []
    publisher.onPublished((displays) => told.push(displays))
    await become(publisher, { key })
    expect(compile).toHaveBeenCalledTimes(1)
    expect(told).toEqual([['wall']])
    expect(publisher.manifestOf('wall')?.body.toString()).toContain(String(made.sha256))
    expect(publisher.manifestOf('long')).toBe(before)
  })

  it('serves it from then on, and no more once its content is approved no longer', async () => {
    const { sha256, ext } = aRendition({ key })
    const file = `${sha256}.${ext}`
    const publisher = await start()
    expect(publisher.isOnAir(file)).toBe(false)
    await become(publisher, { key })
    expect(publisher.isOnAir(file)).toBe(true)
    database.collections.contents.set('a', { ...poster, reviewStatus: 'rejected' })
    publisher.changed({ collection: 'contents', id: 'a', operation: 'update' })
    await publisher.idle()
    expect(publisher.isOnAir(file)).toBe(false)
  })

  it('tells what is needed as soon as changes are taken up, drafts included', async () => {
    database.collections.contents.set('a', { ...poster, reviewStatus: 'draft' })
    const publisher = await start()
    const compiled = vi.fn()
    publisher.onCompiled(compiled)
    const profilesOf = async () => (await publisher.needs()).flatMap(({ profiles }) => profiles).sort()
    expect(await profilesOf()).toEqual(['led', 'strip'])
    database.collections.displays.set('tall', aDisplay({ id: 'tall', profile: 'tall' }))
    database.collections['display-profiles'].set('tall', aProfile({ id: 'tall', width: 256, height: 512 }))
    publisher.changed({ collection: 'display-profiles', id: 'tall', operation: 'create' })
    publisher.changed({ collection: 'displays', id: 'tall', operation: 'create' })
    await publisher.idle()
    expect(compiled).toHaveBeenCalledOnce()
    expect(await profilesOf()).toEqual(['led', 'strip', 'tall'])
  })
})
