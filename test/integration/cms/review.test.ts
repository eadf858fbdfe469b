import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMedia, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let editor: Rest
let administrator: Rest

beforeAll(async () => {
  cms = await startCms()
  administrator = await cms.as('administrator')
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

const statusOf = async (id: string) =>
  (await cms.payload.findByID({ collection: 'contents', id })).reviewStatus

it('starts as a draft', async () => {
  const { body } = await editor('POST', '/contents', { title: 't', kind: 'slogan', text: '好' })
  expect(body.doc).toMatchObject({ reviewStatus: 'draft' })
})

describe('an editor', () => {
  it.each([
    ['draft', 'in-review'],
    ['in-review', 'draft'],
    ['rejected', 'in-review'],
    ['rejected', 'draft'],
    ['approved', 'draft'],
  ])('may take %s to %s', async (from, to) => {
    const id = await aSlogan(cms.payload, { reviewStatus: from })
    expect((await editor('PATCH', `/contents/${id}`, { reviewStatus: to })).status).toBe(200)
    expect(await statusOf(id)).toBe(to)
  })

  it.each(
    ['draft', 'in-review', 'rejected'].flatMap((from) => ['approved', 'rejected'].map((to) => [from, to])),
  )('may not take %s to %s', async (from, to) => {
    if (from === to) return
    const id = await aSlogan(cms.payload, { reviewStatus: from })
    const { status, body } = await editor('PATCH', `/contents/${id}`, { reviewStatus: to })
    expect(status).toBe(400)
    expect(body.errors[0]?.data.errors).toEqual([
      expect.objectContaining({ path: 'reviewStatus', code: 'approval-not-allowed' }),
    ])
    expect(await statusOf(id)).toBe(from)
  })

  it('may not create approved contents', async () => {
    const content = { title: 't', kind: 'slogan', text: '好', reviewStatus: 'approved' }
    expect((await editor('POST', '/contents', content)).status).toBe(400)
  })

  it.each([
    ['text', { text: '勤洗手' }],
    ['title', { title: '另一条' }],
    ['colour', { style: { color: '#000000' } }],
    ['motion', { style: { motion: 'scroll' } }],
    ['seconds', { seconds: 20 }],
    ['volume', { volume: 0.5 }],
    ['fit', { fit: 'cover' }],
    ['kind', { kind: 'notice' }],
  ])('who changes the %s of an approved content takes it back to draft', async (_, change) => {
    const id = await aSlogan(cms.payload, { reviewStatus: 'approved' })
    const { body } = await editor('PATCH', `/contents/${id}`, change)
    expect(body.doc).toMatchObject({ reviewStatus: 'draft' })
  })

  it('who changes the file or the cover of an approved song takes it back to draft', async () => {
    const song = { kind: 'song', media: await aMedia(cms.payload, 'audio'), reviewStatus: 'approved' }
    for (const change of [
      { media: await aMedia(cms.payload, 'audio') },
      { cover: await aMedia(cms.payload, 'image') },
    ]) {
      const id = await aSlogan(cms.payload, song)
      await editor('PATCH', `/contents/${id}`, change)
      expect(await statusOf(id)).toBe('draft')
    }
  })

  it.each([
    ['its tags', { tags: ['防疫'] }],
    ['its quota class', { quotaClass: 'service' }],
    ['its validity', { validUntil: '2030-01-01T00:00:00Z' }],
    ['nothing', {}],
    [
      'nothing, but sends the whole form',
      { title: '戴口罩', text: '戴口罩、勤洗手', reviewStatus: 'approved', media: '' },
    ],
  ])('who changes %s leaves it approved', async (_, change) => {
    const id = await aSlogan(cms.payload, { reviewStatus: 'approved' })
    expect((await editor('PATCH', `/contents/${id}`, change)).status).toBe(200)
    expect(await statusOf(id)).toBe('approved')
  })
})

describe('an administrator', () => {
  it('approves and rejects in one step', async () => {
    const id = await aSlogan(cms.payload)
    await administrator('PATCH', `/contents/${id}`, { reviewStatus: 'approved' })
    expect(await statusOf(id)).toBe('approved')
    await administrator('PATCH', `/contents/${id}`, { reviewStatus: 'rejected' })
    expect(await statusOf(id)).toBe('rejected')
  })

  it('approves many at once', async () => {
    const ids = [await aSlogan(cms.payload), await aSlogan(cms.payload)]
    const where = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')
    expect((await administrator('PATCH', `/contents?${where}`, { reviewStatus: 'approved' })).status).toBe(
      200,
    )
    expect(await Promise.all(ids.map(statusOf))).toEqual(['approved', 'approved'])
  })

  it('may change an approved content, and it stays so', async () => {
    const id = await aSlogan(cms.payload, { reviewStatus: 'approved' })
    await administrator('PATCH', `/contents/${id}`, { text: '勤洗手' })
    expect(await statusOf(id)).toBe('approved')
  })
})
