import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browse, nothingAsked, sortOf, whereOf } from '../../../src/cms/admin/media/list/browse'
import { queryText } from '../../../src/cms/admin/media/list/queryText'
import { aMedia, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let editor: Rest
let flood: string
const sha256 = 'a1'.repeat(32)

beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
  flood = (await editor('POST', '/media-folders', { title: '防汛' })).body.doc.id
  await editor('POST', '/media-folders', { title: '空' })
  const add = (filename: string, kind: 'image' | 'video', more: object = {}) =>
    aMedia(cms.payload, kind, { filename, mimeType: `${kind}/x`, filesize: 10, ...more })
  await add('戴口罩 12.jpg', 'image', { tags: ['公益', '防疫'], sha256, ext: 'jpg' })
  await add('片头.mp4', 'video', { alt: '口罩宣传片', folder: flood, filesize: 99 })
  await add('c.mp4', 'video', { state: 'failed', tags: ['口罩'] })
  await add('50%.jpg', 'image', { folder: flood })
})
afterAll(() => cms?.stop())

async function names(asked: Partial<Browse>) {
  const browse = { ...nothingAsked, order: 'name' as const, ...asked }
  const query = queryText({
    depth: 0,
    sort: sortOf(browse),
    where: whereOf(browse),
    select: { filename: true },
  })
  const { status, body } = await editor('GET', `/media?${query}`)
  expect(status).toBe(200)
  return body.docs.map(({ filename }) => String(filename))
}

describe('the library', () => {
  it('is found by words of names, descriptions and tags, all of them', async () => {
    expect(await names({ words: '口罩' })).toEqual(['c.mp4', '戴口罩 12.jpg', '片头.mp4'])
    expect(await names({ words: '口罩 12' })).toEqual(['戴口罩 12.jpg'])
    expect(await names({ words: '口罩 没有' })).toEqual([])
  })

  it('is narrowed by tag, kind, state and folder', async () => {
    expect(await names({ tag: '公益' })).toEqual(['戴口罩 12.jpg'])
    expect(await names({ kind: 'video' })).toEqual(['c.mp4', '片头.mp4'])
    expect(await names({ state: 'failed' })).toEqual(['c.mp4'])
    expect(await names({ folder: flood })).toEqual(['50%.jpg', '片头.mp4'])
    expect(await names({ folder: 'none', kind: 'image' })).toEqual(['戴口罩 12.jpg'])
  })

  it('is put in order by size', async () => {
    expect((await names({ order: 'largest' }))[0]).toBe('片头.mp4')
  })

  it('counts what lies in each folder, for staff', async () => {
    const { body } = await editor('GET', '/media-folders/counts')
    expect(body).toMatchObject({
      ...{ total: 4, unfiled: 2 },
      folders: [
        { title: '空', count: 0 },
        { id: flood, title: '防汛', count: 2 },
      ],
    })
    const nobody = await cms.as(null)
    expect((await nobody('GET', '/media-folders/counts')).status).toBe(401)
  })

  it('files several at once', async () => {
    const { docs } = await cms.payload.find({ collection: 'media', where: { kind: { equals: 'video' } } })
    const ids = docs.map(({ id }) => id).join(',')
    const answer = await editor('PATCH', `/media?${queryText({ where: { id: { in: ids } } })}`, {
      folder: flood,
    })
    expect(answer.body.errors).toEqual([])
    expect(answer.body.docs).toHaveLength(2)
    expect(await names({ folder: flood })).toEqual(['50%.jpg', 'c.mp4', '片头.mp4'])
  })
})

it('tells what is stored, originals apart from the rest, and what room there is', async () => {
  const folder = join(cms.dir, 'media', 'a1')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${sha256}.jpg`), '0123456789')
  await writeFile(join(folder, `${'a1'.repeat(31)}ff.webp`), '0123')
  const { body } = await editor('GET', '/storage-usage')
  expect(body).toMatchObject({
    originals: { files: 1, bytes: 10 },
    renditions: { files: 1, bytes: 4 },
  })
  expect(Number(body.freeBytes)).toBeGreaterThan(0)
  expect((await (await cms.as(null))('GET', '/storage-usage')).status).toBe(401)
})
