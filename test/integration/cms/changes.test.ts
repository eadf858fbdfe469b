import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Change, onChange } from '../../../src/cms/hooks/changes'
import { aDisplay, aPlaylist, aProfile, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let rest: Rest
let told: Change[]
let stop: () => void

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('administrator')
  stop = onChange((change) => told.push(change))
})
beforeEach(() => {
  told = []
})
afterAll(async () => {
  stop()
  await cms.stop()
})

const bodies: Record<string, () => Promise<object>> = {
  contents: async () => ({ title: 't', kind: 'slogan', text: '好' }),
  playlists: async () => ({ title: 't', entries: [{ content: await aSlogan(cms.payload) }] }),
  schedules: async () => ({
    title: 't',
    level: 'normal',
    playlist: await aPlaylist(cms.payload, [await aSlogan(cms.payload)]),
  }),
  displays: async () => ({ name: 'd', channel: 'led', profile: await aProfile(cms.payload) }),
  'display-groups': async () => ({ title: 't' }),
  'display-profiles': async () => ({ title: 't', width: 100, height: 100 }),
  campaigns: async () => ({ title: 't' }),
}

describe.each(Object.entries(bodies))('%s', (collection, body) => {
  it('tell of being created, changed and deleted, with the transaction', async () => {
    const data = await body()
    told = []
    const { id } = (await rest('POST', `/${collection}`, data)).body.doc
    await rest('PATCH', `/${collection}/${id}`, {})
    await rest('DELETE', `/${collection}/${id}`)
    expect(told).toEqual(
      ['create', 'update', 'delete'].map((operation) => ({
        collection,
        id,
        operation,
        transactionID: expect.any(String),
      })),
    )
  })
})

it('tells nothing of a change that is refused', async () => {
  expect((await rest('POST', '/playlists', { title: 't', entries: [] })).status).toBe(400)
  expect(told).toEqual([])
})

it('tells nothing of users, states and pairings', async () => {
  const display = await aDisplay(cms.payload)
  told = []
  await cms.payload.create({ collection: 'display-states', data: { display } })
  await rest('POST', '/users', { email: 'x@example.org', password: 'long enough', role: 'viewer' })
  expect(told).toEqual([])
})
