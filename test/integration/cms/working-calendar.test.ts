import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Change, onChange } from '../../../src/cms/hooks/changes'
import { type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let editor: Rest
beforeAll(async () => {
  cms = await startCms()
  editor = await cms.as('editor')
})
afterAll(() => cms.stop())

const path = '/globals/working-calendar'
const holiday = { from: '2050-10-01', to: '2050-10-07', kind: 'dayoff', note: '国庆节' }

describe('the working calendar', () => {
  it.each([
    ['administrator', 200, 200],
    ['editor', 200, 200],
    ['operator', 200, 403],
    ['viewer', 200, 403],
    [null, 403, 403],
  ] as const)('is read and corrected by %s: %d, %d', async (role, read, update) => {
    const rest = await cms.as(role)
    expect([
      (await rest('GET', path)).status,
      (await rest('POST', path, { corrections: [] })).status,
    ]).toEqual([read, update])
  })

  it('keeps what is entered, and tells of the change', async () => {
    const told: Change[] = []
    const stop = onChange((change) => told.push(change))
    const { status } = await editor('POST', path, { corrections: [holiday], enteredYears: [2050] })
    stop()
    expect(status).toBe(200)
    const calendar = await cms.payload.findGlobal({ slug: 'working-calendar' })
    expect(calendar).toMatchObject({ corrections: [holiday], enteredYears: [2050] })
    const name = 'working-calendar'
    expect(told).toEqual([
      { collection: name, id: name, operation: 'update', transactionID: expect.any(String) },
    ])
  })

  it('refuses what contradicts itself, at the field and in both languages', async () => {
    const corrections = [holiday, { from: '2050-10-03', kind: 'workday' }]
    const said = await Promise.all(
      (['zh', 'en'] as const).map(async (language) => {
        const rest = await cms.as('editor', { language })
        const { status, body } = await rest('POST', path, { corrections })
        return [
          status,
          ...(body.errors[0]?.data.errors ?? []).map((one) => [one.path, one.code, one.message]),
        ]
      }),
    )
    const [field, code] = ['corrections.1.from', 'correction-contradicts']
    expect(said).toEqual([
      [400, [field, code, '2050-10-03 与第 1 条更正相矛盾（一条放假、一条上班）']],
      [400, [field, code, '2050-10-03 contradicts correction 1: one says day off, the other workday']],
    ])
  })
})
