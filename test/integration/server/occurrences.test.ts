import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'

type Answer = {
  occurrences: { date: string; from: string; to: string }[]
  ended: boolean
  timezone: string
  unknownYears: number[]
  calendar: { holidays: string[]; workdays: string[] }
}
type Refusal = { code: string; errors: { path: string; code: string; message: string }[] }

let site: TestSite
let server: TestServer
let staff: Staff

beforeAll(async () => {
  site = await aSite()
  server = await site.start({ TIMEZONE: 'Asia/Urumqi' })
  staff = await firstAdministrator(server.url)
})
afterAll(() => site?.remove())

const ask = <T = Answer>(fields: object) => staff.send<T>('POST', '/api/timeline/occurrences', fields)
/** Far ahead, so that the clock of the machine does not matter. */
const start = '2090-01-01T00:00'

describe('POST /api/timeline/occurrences', () => {
  it('tells the next ten, in the site’s zone or the schedule’s own', async () => {
    const fields = {
      start,
      rrule: 'FREQ=MONTHLY;BYDAY=-1FR',
      dayparts: [{ days: [], from: '22:00', to: '02:00' }],
      exdates: ['2090-02-24'],
    }
    const { status, body } = await ask(fields)
    expect(status).toBe(200)
    expect(body.occurrences).toHaveLength(10)
    expect(body.occurrences.slice(0, 2)).toEqual([
      { date: '2090-01-27', from: '2090-01-27T22:00:00+06:00', to: '2090-01-28T02:00:00+06:00' },
      { date: '2090-03-31', from: '2090-03-31T22:00:00+06:00', to: '2090-04-01T02:00:00+06:00' },
    ])
    expect([body.ended, body.timezone, body.unknownYears]).toEqual([false, 'Asia/Urumqi', []])
    const elsewhere = await ask({ ...fields, timezone: 'Asia/Tokyo' })
    expect(elsewhere.body.occurrences[0]?.from).toBe('2090-01-27T22:00:00+09:00')
  })

  it('says which years nobody knows, where that counts, and takes the office’s corrections', async () => {
    const fields = { start, end: '2090-01-05T00:00', dayTypes: ['workday'] }
    const unknown = await ask(fields)
    expect(unknown.body.occurrences.map(({ date }) => date)).toEqual([
      '2090-01-02',
      '2090-01-03',
      '2090-01-04',
    ])
    expect([unknown.body.ended, unknown.body.unknownYears]).toEqual([true, [2090]])

    await staff.send('POST', '/api/globals/working-calendar', {
      corrections: [
        { from: '2090-01-01', kind: 'workday' },
        { from: '2090-01-03', kind: 'dayoff' },
      ],
      enteredYears: [2090],
    })
    await expect
      .poll(async () => (await ask(fields)).body)
      .toMatchObject({
        occurrences: [{ date: '2090-01-01' }, { date: '2090-01-02' }, { date: '2090-01-04' }],
        unknownYears: [],
      })
    const { calendar } = (await ask(fields)).body
    expect(calendar.holidays).toContain('2090-01-03')
    expect(calendar.workdays).toContain('2090-01-01')
  })

  it('gives the faults that saving gives, in the language asked for', async () => {
    const fields = {
      rrule: 'FREQ=HOURLY',
      exdates: ['tomorrow'],
      timezone: 'Nowhere',
      dayparts: [{ from: '07:00', to: '07:00' }],
    }
    const refused = async (language: string) => {
      const response = await fetch(`${server.url}/api/timeline/occurrences`, {
        method: 'POST',
        headers: { ...staff.headers, 'Accept-Language': language, 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
      })
      expect([response.status, response.headers.get('content-type')]).toEqual([
        422,
        'application/problem+json; charset=utf-8',
      ])
      return (await response.json()) as Refusal
    }
    const [zh, en] = [await refused('zh'), await refused('en')]
    expect(zh.code).toBe('schedule-invalid')
    expect(zh.errors.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'dayparts.0.from empty-daypart',
      'exdates bad-date',
      'rrule rule-sub-daily',
      'rrule rule-without-start',
      'timezone bad-timezone',
    ])
    const words = ({ errors }: Refusal) => errors.find(({ path }) => path === 'timezone')?.message
    expect(words(zh)).toContain('没有这个时区')
    expect(words(en)).toContain('No such time zone')

    const saved = await staff.send<{ errors: { data: { errors: Refusal['errors'] } }[] }>(
      'POST',
      '/api/schedules',
      {
        ...fields,
        title: '有误',
        level: 'normal',
      },
    )
    const onSaving = saved.body.errors[0]?.data.errors.map(({ path, code }) => `${path} ${code}`)
    expect(onSaving).toEqual(expect.arrayContaining(zh.errors.map(({ path, code }) => `${path} ${code}`)))
  })

  it.each([
    ['no object', 'null'],
    ['no list of dayparts', '{"dayparts":"07:00"}'],
    ['no JSON', '{'],
  ])('refuses %s', async (_what, body) => {
    expect((await staff.send('POST', '/api/timeline/occurrences', body)).status).toBe(400)
  })

  it('is closed to who has not signed in', async () => {
    const answer = await fetch(`${server.url}/api/timeline/occurrences`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(401)
  })
})
