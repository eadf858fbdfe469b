import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let administrator: Rest

const first = { email: 'first@example.org', password: 'long enough', role: 'viewer' }

beforeAll(async () => {
  cms = await startCms()
  const anyone = await cms.as(null)
  const { status, body } = await anyone('POST', '/users/first-register', first)
  expect(status).toBe(200)
  expect(body).toMatchObject({ user: { email: first.email, role: 'administrator' } })
})
afterAll(() => cms.stop())

it('lets nobody else register', async () => {
  const anyone = await cms.as(null)
  const { status } = await anyone('POST', '/users/first-register', { ...first, email: 'second@example.org' })
  expect(status).toBe(403)
})

describe('the last administrator', () => {
  const lastRefusal = expect.objectContaining({ code: 'last-administrator' })

  it('keeps the role and the account', async () => {
    const { docs } = await cms.payload.find({ collection: 'users' })
    const id = String(docs[0]?.id)
    const { token } = await cms.payload.login({ collection: 'users', data: first })
    expect(token).toBeTruthy()
    administrator = await cms.as('administrator')
    const other = await cms.payload.find({
      collection: 'users',
      where: { email: { equals: 'administrator@example.org' } },
    })
    await cms.payload.update({ collection: 'users', id, data: { role: 'viewer' } })
    const path = `/users/${other.docs[0]?.id}`
    const demoted = await administrator('PATCH', path, { role: 'editor' })
    expect(demoted.status).toBe(400)
    expect(demoted.body.errors[0]?.data.errors).toEqual([lastRefusal])
    const deleted = await administrator('DELETE', path)
    expect(deleted.status).toBe(400)
    expect(deleted.body.errors[0]?.data.errors).toEqual([lastRefusal])
  })
})

describe('passwords', () => {
  it.each(['', 'short', '1234567', '七个汉字不够的'])('refuses %j', async (password) => {
    const user = { email: 'x@example.org', password, role: 'viewer' }
    const { status, body } = await administrator('POST', '/users', user)
    expect(status).toBe(400)
    expect(JSON.stringify(body.errors)).toContain('password')
  })

  it('refuses a short one in a change too', async () => {
    const { docs } = await cms.payload.find({ collection: 'users', limit: 1 })
    const { status, body } = await administrator('PATCH', `/users/${docs[0]?.id}`, { password: 'short' })
    expect(status).toBe(400)
    expect(body.errors[0]?.data.errors[0]).toMatchObject({ path: 'password', code: 'password-too-short' })
  })

  it('lock an account after ten wrong ones', async () => {
    const user = { email: 'locked@example.org', password: 'long enough', role: 'viewer' as const }
    await cms.payload.create({ collection: 'users', data: user })
    const anyone = await cms.as(null)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { status } = await anyone('POST', '/users/login', { ...user, password: 'wrong' })
      expect(status).toBe(401)
    }
    expect((await anyone('POST', '/users/login', user)).status).toBe(401)
  })
})
