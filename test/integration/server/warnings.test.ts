import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'
import { until } from '../../factories/until'

type Warning = { code: string; field: string; displayCount: number; message: { zh: string; en: string } }
type Saved = { doc: { id: string; warnings?: Warning[] } }

let site: TestSite
let server: TestServer
let staff: Staff
let playlist: string
let unapproved: string
let group: string
let display: string

beforeAll(async () => {
  site = await aSite()
  server = await site.start()
  staff = await firstAdministrator(server.url)
  const profiles = await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')
  group = (await staff.create('display-groups', { title: '广场' })).id
  const playlistOf = async (reviewStatus: string) => {
    const slogan = { title: '口号', kind: 'slogan', text: '口号', seconds: 20, quotaClass: 'public-service' }
    const content = await staff.create('contents', { ...slogan, reviewStatus })
    return (await staff.create('playlists', { title: '节目单', entries: [{ content: content.id }] })).id
  }
  playlist = await playlistOf('approved')
  unapproved = await playlistOf('draft')
  const screen = await staff.create('displays', {
    name: '广场大屏',
    channel: 'led',
    timezone: 'Asia/Shanghai',
    profile: profiles.body.docs[0]?.id,
    groups: [group],
  })
  display = screen.id
})
afterAll(() => site?.remove())

const schedule = (over: object = {}) => ({
  title: '全天',
  playlist,
  level: 'normal',
  enabled: true,
  targets: { groups: [group] },
  ...over,
})
const save = (over: object) => staff.send<Saved>('POST', '/api/schedules', schedule(over))
const ask = (data: object, id: string | null = null) =>
  staff.send<{ checked: boolean; warnings: Warning[] }>('POST', '/api/timeline/warnings', { id, data })
const codes = (warnings: Warning[] | undefined) =>
  (warnings ?? []).map(({ code, field }) => `${code} ${field}`)

describe('saving a schedule', () => {
  it('answers the warnings for what it names, though that was saved a moment before', async () => {
    const { status, body } = await save({ playsPerHour: 240 })
    expect(status).toBe(201)
    expect(codes(body.doc.warnings)).toEqual(['overbooked playsPerHour'])
    expect(body.doc.warnings?.[0]).toMatchObject({
      displayCount: 1,
      displays: [{ name: '广场大屏' }],
      message: {
        zh: expect.stringContaining('广场大屏'),
        en: expect.stringContaining('Not all booked plays fit'),
      },
    })

    const { id } = body.doc
    const mended = await staff.send<Saved>('PATCH', `/api/schedules/${id}`, { playsPerHour: 4 })
    expect(codes(mended.body.doc.warnings)).toEqual([])
    const off = await staff.send<Saved>('PATCH', `/api/schedules/${id}`, { enabled: false })
    expect(codes(off.body.doc.warnings)).toEqual(['gap targets'])
    const kept = await staff.get<{ warnings?: unknown }>(`/api/schedules/${id}`)
    expect(kept.body.warnings ?? null).toBeNull()
  })

  it('warns of contents that nobody has approved', async () => {
    const { body } = await save({ playlist: unapproved })
    expect(codes(body.doc.warnings)).toContain('nothing-playable playlist')
    await staff.send('DELETE', `/api/schedules/${body.doc.id}`)
  })

  it('takes the warnings of an earlier answer back, and keeps none of them', async () => {
    const { status, body } = await save({ warnings: [{ code: 'made-up' }] })
    expect(status).toBe(201)
    expect(codes(body.doc.warnings)).toEqual([])
    await staff.send('DELETE', `/api/schedules/${body.doc.id}`)
  })
})

describe('POST /api/timeline/warnings', () => {
  it('answers for a form what saving it would', async () => {
    const { status, body } = await ask(schedule({ playsPerHour: 240 }))
    expect([status, body.checked, codes(body.warnings)]).toEqual([200, true, ['overbooked playsPerHour']])
  })

  it('takes a form as the admin has it: empty texts, and 0 for a list without rows', async () => {
    const form = { start: '', rrule: '', dayparts: 0, exdates: null, playsPerHour: null, timezone: '' }
    const { body } = await ask(schedule(form))
    expect(body).toEqual({ checked: true, warnings: [] })
  })

  it.each([
    ['without a playlist', { playlist: null }],
    ['with a start that is none', { start: 'soon' }],
  ])('looks at no form %s', async (_what, over) => {
    expect((await ask(schedule(over))).body).toEqual({ checked: false, warnings: [] })
  })

  it('refuses what is no form, and whoever has not signed in', async () => {
    expect((await ask({ playlist: { id: 1 } })).status).toBe(400)
    const answer = await fetch(`${server.url}/api/timeline/warnings`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(401)
  })
})

describe('the working calendar', () => {
  it('reaches what plays within a second of being corrected, and what was unknown is known', async () => {
    const day = 'from=2050-01-03T00:00:00%2B08:00&to=2050-01-04T00:00:00%2B08:00'
    const levels = async () => {
      const path = `/api/timeline?display=${display}&${day}`
      const { body } = await staff.get<{ segments: { level: string }[] }>(path)
      return body.segments.map(({ level }) => level)
    }
    const { body } = await save({ start: '2050-01-03T00:00', dayTypes: ['workday'] })
    expect(codes(body.doc.warnings)).toContain('calendar-unknown dayTypes')
    await until(levels, (found) => found.join() === 'normal')

    const corrections = [{ from: '2050-01-01', to: '2050-01-03', kind: 'dayoff', note: '元旦' }]
    const entered = { corrections, enteredYears: [2050] }
    expect((await staff.send('POST', '/api/globals/working-calendar', entered)).status).toBe(200)
    await until(levels, (found) => found.join() === 'standby', { seconds: 1 })
    const again = await staff.send<Saved>('PATCH', `/api/schedules/${body.doc.id}`, {})
    expect(codes(again.body.doc.warnings)).not.toContain('calendar-unknown dayTypes')
  })
})
