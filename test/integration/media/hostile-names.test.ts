import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPhoto, type MediaServer, startMediaServer } from '../../factories/media'

let server: MediaServer

beforeAll(async () => {
  server = await startMediaServer()
})
afterAll(() => server.stop())

it.each([
  ['../../../etc/cron.d/evil.jpg', 'evil.jpg'],
  ['..\\..\\windows\\system32\\worse.jpg', 'worse.jpg'],
  ['/absolute/path.jpg', 'path.jpg'],
  ['gpj.\u202etxt.exe.jpg', 'gpj.txt.exe.jpg'],
  ['\u200f\u2067标语\u2069.jpg', '标语.jpg'],
  [`${'宣'.repeat(120)}.jpg`, `${'宣'.repeat(120)}.jpg`],
  ['😷👍🏽.jpg', '😷👍🏽.jpg'],
  ['CON.jpg', '_CON.jpg'],
  ['nul', '_nul'],
  ['"; filename="x.html', '22; filename=22x.html'],
  ['line\r\nSet-Cookie: a=b.jpg', 'line0D0ASet-Cookie a=b.jpg'],
  ['<script>alert(1)</script>.jpg', 'script.jpg'],
  ['%2e%2e%2fpasswd.jpg', '2e2e2fpasswd.jpg'],
  ['.htaccess', 'htaccess'],
])('a file named %j is kept by its content and shown as %j', async (given, shown) => {
  const photo = await aPhoto({ width: 40 + shown.length, height: 40 })
  const answer = await server.upload({ name: given, bytes: photo })
  const body = await answer.json()
  expect([answer.status, body.doc?.filename], JSON.stringify(body)).toEqual([201, shown])
  const original = await server.get(`/api/media/file/${encodeURIComponent(shown)}`)
  expect(original.status).toBe(200)
  expect(Buffer.compare(Buffer.from(await original.arrayBuffer()), photo)).toBe(0)
  await server.timetable.idle()
  for (const name of await server.files()) expect(name).toMatch(/^[0-9a-f]{64}\.\w+$/)
})

it('a form with a zero byte in a name is refused, and leaves nothing', async () => {
  const before = await server.files()
  const answer = await server.upload({ name: 'a\0b.jpg', bytes: await aPhoto({ width: 40 }) }, {}, 'en')
  const body = await answer.json()
  expect([answer.status, body.errors?.[0]?.data?.code]).toEqual([400, 'media-form-invalid'])
  expect(await server.files()).toEqual(before)
})
