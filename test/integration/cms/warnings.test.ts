import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { setAdviser } from '../../../src/cms/hooks/adviser'
import { aPlaylist, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let rest: Rest
let playlist: string
let stop: () => void = () => undefined

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('editor')
  playlist = await aPlaylist(cms.payload, [await aSlogan(cms.payload)])
})
afterEach(() => stop())
afterAll(() => cms.stop())

const schedule = () => ({ title: '早高峰', playlist, level: 'normal' })
const warning = {
  code: 'gap' as const,
  field: 'targets' as const,
  displays: [],
  displayCount: 0,
  schedules: [],
  from: null,
  to: null,
  message: { zh: '有空档', en: 'Gaps' },
}

describe('a schedule that is saved', () => {
  it('has no warnings where nobody gives any', async () => {
    const { status, body } = await rest('POST', '/schedules', schedule())
    expect([status, body.doc.warnings]).toEqual([201, []])
  })

  it('answers those of the adviser, who is told what it was and what it is', async () => {
    const adviser = vi.fn(async () => [warning])
    stop = setAdviser(adviser)
    const created = await rest('POST', '/schedules', schedule())
    expect(created.body.doc.warnings).toEqual([warning])
    const { id } = created.body.doc
    const updated = await rest('PATCH', `/schedules/${id}`, { priority: 3 })
    expect(updated.body.doc.warnings).toEqual([warning])
    expect(adviser.mock.calls).toMatchObject([
      [{ before: null, after: { id, priority: 0 } }],
      [{ before: { id, priority: 0 }, after: { id, priority: 3 } }],
    ])
    expect(
      (await rest('GET', `/schedules?where[id][equals]=${id}`)).body.docs[0]?.warnings ?? null,
    ).toBeNull()
  })

  it('is saved though the adviser fails', async () => {
    stop = setAdviser(() => Promise.reject(new Error('no advice')))
    const { status, body } = await rest('POST', '/schedules', schedule())
    expect([status, body.doc.warnings]).toEqual([201, []])
    expect((await rest('GET', `/schedules?where[id][equals]=${body.doc.id}`)).body.docs).toHaveLength(1)
  })

  it('is not looked at among many that are changed at once', async () => {
    const adviser = vi.fn(async () => [warning])
    stop = setAdviser(adviser)
    const { status } = await rest('PATCH', '/schedules?where[title][equals]=早高峰', { weight: 2 })
    expect([status, adviser.mock.calls.length]).toEqual([200, 0])
  })
})
