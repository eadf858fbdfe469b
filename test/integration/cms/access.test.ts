import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../src/cms/access/roles'
import { aDisplay, aPlaylist, aProfile, aSlogan, type Cms, startCms } from '../../factories/cms'

let cms: Cms
let ids: Record<'content' | 'playlist' | 'profile' | 'display', string>

beforeAll(async () => {
  cms = await startCms()
  const content = await aSlogan(cms.payload)
  const display = await aDisplay(cms.payload)
  ids = {
    content,
    playlist: await aPlaylist(cms.payload, [content]),
    profile: await aProfile(cms.payload),
    display,
  }
  await cms.payload.create({ collection: 'display-states', data: { display, tokenHash: 'hash-of-a-token' } })
  await cms.payload.create({
    collection: 'pairings',
    data: {
      code: 'ABC234',
      pollTokenHash: 'hash-of-a-poll-token',
      status: 'pending',
      expiresAt: '2030-01-01T00:00:00Z',
    },
  })
})
afterAll(() => cms.stop())

const bodies: Record<string, () => object> = {
  contents: () => ({ title: 't', kind: 'slogan', text: '好' }),
  playlists: () => ({ title: 't', entries: [{ content: ids.content }] }),
  schedules: () => ({ title: 't', playlist: ids.playlist, targets: { all: true }, level: 'normal' }),
  campaigns: () => ({ title: 't' }),
  displays: () => ({ name: 'd', channel: 'led', profile: ids.profile, timezone: 'Asia/Shanghai' }),
  'display-groups': () => ({ title: 't' }),
  'display-profiles': () => ({ title: 't', width: 100, height: 100 }),
  users: () => ({ email: `${crypto.randomUUID()}@example.org`, password: 'long enough', role: 'viewer' }),
}
const editorial = ['contents', 'playlists', 'schedules', 'campaigns']
const technical = ['displays', 'display-groups', 'display-profiles']
const writers: [collection: string, roles: Role[]][] = [
  ...editorial.map((collection): [string, Role[]] => [collection, ['administrator', 'editor']]),
  ...technical.map((collection): [string, Role[]] => [collection, ['administrator', 'operator']]),
  ['users', ['administrator']],
]
const everyone: (Role | null)[] = ['administrator', 'editor', 'operator', 'viewer', null]
const table = writers.flatMap(([collection, roles]) =>
  everyone.map((role) => ({ collection, role, may: role !== null && roles.includes(role) })),
)

describe.each(table)('$role in $collection', ({ collection, role, may }) => {
  it(may ? 'may create, change and delete' : 'may not create, change or delete', async () => {
    const rest = await cms.as(role)
    const created = await rest('POST', `/${collection}`, bodies[collection]?.())
    expect(created.status).toBe(may ? 201 : 403)
    const administrator = await cms.as('administrator')
    const doc = may ? created : await administrator('POST', `/${collection}`, bodies[collection]?.())
    const path = `/${collection}/${doc.body.doc.id}`
    expect((await rest('PATCH', path, {})).status).toBe(may ? 200 : 403)
    expect((await rest('DELETE', path)).status).toBe(may ? 200 : 403)
  })

  it(role ? 'may read' : 'may not read', async () => {
    const { status, body } = await (await cms.as(role))('GET', `/${collection}`)
    expect(status).toBe(role ? 200 : 403)
    if (role && collection === 'users' && role !== 'administrator') expect(body.docs).toHaveLength(1)
  })
})

it('lets nobody out of the session read media', async () => {
  expect((await (await cms.as(null))('GET', '/media')).status).toBe(403)
})

describe('records of the device protocol', () => {
  it.each(everyone)('%s reads display states without their token, and writes none', async (role) => {
    const rest = await cms.as(role)
    const { status, body } = await rest('GET', '/display-states')
    expect(status).toBe(role ? 200 : 403)
    if (role) expect(body.docs).toEqual([expect.not.objectContaining({ tokenHash: expect.anything() })])
    const found = await rest('GET', '/display-states?where[tokenHash][equals]=hash-of-a-token')
    expect(found.body.docs ?? []).toEqual([])
    expect((await rest('POST', '/display-states', { display: ids.display })).status).toBe(403)
    expect((await rest('DELETE', '/display-states?where[id][exists]=true')).status).toBe(403)
  })

  it.each(everyone)('%s reads pairings only as an operator or administrator', async (role) => {
    const rest = await cms.as(role)
    const { status, body } = await rest('GET', '/pairings')
    const may = role === 'administrator' || role === 'operator'
    expect(status).toBe(may ? 200 : 403)
    if (may) expect(JSON.stringify(body)).not.toContain('hash-of')
    expect((await rest('POST', '/pairings', { code: 'AAAAAA' })).status).toBe(403)
  })
})

describe('roles', () => {
  it('are not for their bearers to change', async () => {
    const rest = await cms.as('editor')
    const { body } = await rest('GET', '/users')
    const own = body.docs[0]?.id
    const { body: changed } = await rest('PATCH', `/users/${own}`, { role: 'administrator', name: '李梅' })
    expect(changed.doc).toMatchObject({ role: 'editor', name: '李梅' })
  })
})
