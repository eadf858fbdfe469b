import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairDevice } from '../../factories/device'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'
import { until } from '../../factories/until'

type Timeline = {
  segments: { from: string; to: string; level: string; schedules: string[] }[]
  plays?: unknown[]
}
type Explanation = { level: string; schedules: { id: string; verdict: string; next: string | null }[] }

let site: TestSite
let server: TestServer
let staff: Staff
let display: string
const schedules: Record<string, string> = {}

beforeAll(async () => {
  site = await aSite()
  server = await site.start()
  staff = await firstAdministrator(server.url)
  const profiles = await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')
  const zone = { channel: 'led', timezone: 'Asia/Shanghai', profile: profiles.body.docs[0]?.id }
  display = (await staff.create('displays', { name: '广场', ...zone })).id
  const elsewhere = (await staff.create('displays', { name: '别处', ...zone })).id
  const playlistOf = async (reviewStatus: string) => {
    const slogan = { title: '口号', kind: 'slogan', text: '口号', seconds: 10, quotaClass: 'public-service' }
    const content = await staff.create('contents', { ...slogan, reviewStatus })
    return (await staff.create('playlists', { title: '节目单', entries: [{ content: content.id }] })).id
  }
  const shown = await playlistOf('approved')
  const hidden = await playlistOf('draft')
  const make = async (name: string, over: object) => {
    const basis = {
      title: name,
      playlist: shown,
      level: 'normal',
      enabled: true,
      targets: { displays: [display] },
    }
    schedules[name] = (await staff.create('schedules', { ...basis, ...over })).id
  }
  await make('morning', { dayparts: [{ from: '07:00', to: '09:00' }] })
  await make('lesser', { priority: -1 })
  await make('disabled', { enabled: false })
  await make('elsewhere', { targets: { displays: [elsewhere] } })
  await make('unapproved', { playlist: hidden, priority: 5 })
  await until(
    () => ask('2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
    ({ body }) => new Set(body.segments.flatMap((segment) => segment.schedules)).size === 2,
  )
})
afterAll(() => site?.remove())

const ask = (from: string, to: string, more = '') =>
  staff.get<Timeline>(`/api/timeline?display=${display}&from=${from}&to=${to}${more}`)

describe('GET /api/timeline', () => {
  it('says what the display’s manifest says', async () => {
    const device = await pairDevice(server.url, staff, display)
    const { manifest } = await device.manifest()
    const at = (ms: number) => new Date(ms).toISOString()
    const { body } = await ask(at(manifest.from), at(manifest.validUntil))
    const ours = body.segments.map(({ from, to, level }) => [Date.parse(from), Date.parse(to), level])
    expect(ours).toEqual(manifest.segments.map(({ from, to, level }) => [from, to, level]))
  })

  it('takes a plus sign as it was typed, and gives plays on request', async () => {
    const { status, body } = await ask(
      '2026-10-01T07:00:00+08:00',
      '2026-10-01T07:01:00+08:00',
      '&plays=true',
    )
    expect(status).toBe(200)
    expect(body.plays).toHaveLength(6)
    expect(body.segments[0]?.from).toBe('2026-10-01T07:00:00+08:00')
  })

  it.each([
    ['no display', '?from=2026-10-01T00:00:00Z&to=2026-10-02T00:00:00Z', 400, 'query-invalid'],
    [
      'an unknown display',
      '?display=x&from=2026-10-01T00:00:00Z&to=2026-10-02T00:00:00Z',
      404,
      'display-unknown',
    ],
    ['a local time', '?display=x&from=2026-10-01T00:00&to=2026-10-02T00:00:00Z', 400, 'query-invalid'],
    [
      'a range that ends first',
      '?display=x&from=2026-10-03T00:00:00Z&to=2026-10-02T00:00:00Z',
      400,
      'query-invalid',
    ],
    ['a year', '?display=x&from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z', 400, 'query-invalid'],
  ])('refuses %s', async (_what, query, status, code) => {
    const answer = await staff.get<{ code: string }>(`/api/timeline${query}`)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('is closed to who has not signed in', async () => {
    expect((await fetch(`${server.url}/api/timeline?display=${display}`)).status).toBe(401)
  })
})

describe('GET /api/timeline/explain', () => {
  it('says of every schedule why it plays or not, and when next', async () => {
    const { body } = await staff.get<Explanation>(
      `/api/timeline/explain?display=${display}&at=2026-10-01T08:00:00%2B08:00`,
    )
    const verdicts = Object.fromEntries(body.schedules.map(({ id, verdict }) => [id, verdict]))
    expect(Object.fromEntries(Object.entries(schedules).map(([name, id]) => [name, verdicts[id]]))).toEqual({
      morning: 'playing',
      lesser: 'outranked',
      disabled: 'disabled',
      elsewhere: 'not-targeted',
      unapproved: 'nothing-playable',
    })
    const next = body.schedules.find(({ id }) => id === schedules.lesser)?.next
    expect(next).toBe('2026-10-01T09:00:00+08:00')
  })
})
