import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Device, pairDevice } from '../../factories/device'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'
import { until } from '../../factories/until'

const base = '/api/device/v1'

let site: TestSite
let server: TestServer
let staff: Staff
let led: Device
let bus: Device
let slogan: string
let poster: string

const paths = { slogan: () => `/api/contents/${slogan}` }

beforeAll(async () => {
  site = await aSite()
  server = await site.start()
  staff = await firstAdministrator(server.url)
  const profiles = await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')
  const profile = profiles.body.docs[0]?.id
  const group = await staff.create('display-groups', { title: '沿街大屏' })
  const display = (name: string, over = {}) =>
    staff.create('displays', { name, channel: 'led', timezone: 'Asia/Shanghai', profile, ...over })
  const ledDisplay = await display('广场大屏', { groups: [group.id] })
  const busDisplay = await display('公交 12 路')
  slogan = (await aSlogan('科学防护 人人有责')).id
  poster = (await aPoster()).id
  const playlist = await staff.create('playlists', {
    title: '大屏',
    entries: [{ content: slogan }, { content: poster }],
  })
  await staff.create('schedules', {
    title: '全天',
    playlist: playlist.id,
    level: 'normal',
    enabled: true,
    targets: { groups: [group.id] },
  })
  led = await pairDevice(server.url, staff, ledDisplay.id)
  bus = await pairDevice(server.url, staff, busDisplay.id)
  await until(showsExactFile, Boolean)
})
afterAll(() => site?.remove())

/** The file made for its very screen takes the place of the general one: from then on nothing changes by itself. */
async function showsExactFile() {
  const { manifest } = await led.manifest()
  const file = manifest.contents[poster]?.file
  const { body } = await staff.get<{ totalDocs: number }>(`/api/renditions?where[sha256][equals]=${file}`)
  return Object.keys(manifest.contents).length === 2 && body.totalDocs > 0
}

async function aSlogan(text: string, over = {}) {
  return staff.create('contents', {
    title: text,
    kind: 'slogan',
    text,
    seconds: 10,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
    ...over,
  })
}

async function aPoster() {
  const jpeg = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#c62828' } })
    .jpeg()
    .toBuffer()
  const { body } = await staff.upload(
    new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }),
    '防疫海报.jpg',
  )
  return staff.create('contents', {
    title: '防疫海报',
    kind: 'poster',
    media: body.doc.id,
    seconds: 8,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
  })
}

async function problemOf(response: Response) {
  expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
  const body = (await response.json()) as { code: string; status: number; errors?: { pointer: string }[] }
  expect(body.status).toBe(response.status)
  return body
}

describe('pairing', () => {
  const begin = async () =>
    (await (
      await fetch(`${server.url}${base}/pairings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ model: '盒子', width: 1920, height: 1080 }),
      })
    ).json()) as { code: string; pollToken: string; expiresAt: number; keys: unknown[] }
  const poll = (pollToken: string) =>
    fetch(`${server.url}${base}/pairings/me`, { headers: { Authorization: `Pairing ${pollToken}` } })

  it('gives a code of six unambiguous characters, ten minutes, and the keys', async () => {
    const begun = await begin()
    expect(begun.code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
    expect(begun.expiresAt - Date.now()).toBeGreaterThan(9 * 60_000)
    expect(begun.keys).toEqual(led.keys)
  })

  it('is pending, then paired with a token that voids the one before, until it is used', async () => {
    const { code, pollToken } = await begin()
    const pending = await poll(pollToken)
    expect([pending.status, await pending.json()]).toEqual([202, { status: 'pending' }])
    const seen = await staff.send<{ facts: object; fingerprint: string }>(
      'GET',
      `/api/device-pairings/${code.toLowerCase()}`,
    )
    expect(seen.body).toMatchObject({ facts: { model: '盒子', width: 1920, height: 1080 } })
    expect((await staff.send('POST', `/api/device-pairings/${code}`, { display: bus.display })).status).toBe(
      200,
    )

    const first = (await (await poll(pollToken)).json()) as { token: string; display: string }
    const second = (await (await poll(pollToken)).json()) as { token: string }
    const use = (token: string) =>
      fetch(`${server.url}${base}/manifest`, { headers: { Authorization: `Bearer ${token}` } })
    expect(first.display).toBe(bus.display)
    expect((await use(first.token)).status).toBe(401)
    expect((await bus.call('GET', '/manifest')).status).toBe(200)
    expect((await use(second.token)).status).toBe(200)
    expect((await problemOf(await bus.call('GET', '/manifest'))).code).toBe('token-unknown')
    expect((await problemOf(await poll(pollToken))).code).toBe('pairing-expired')
    bus = { ...(await pairDevice(server.url, staff, bus.display)) }
  })

  it('ends where the operator rejects it', async () => {
    const { code, pollToken } = await begin()
    expect((await staff.send('DELETE', `/api/device-pairings/${code}`)).status).toBe(204)
    const answer = await poll(pollToken)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([410, 'pairing-rejected'])
  })

  it('cannot be claimed by who only saw the code', async () => {
    const { code } = await begin()
    expect((await poll(code)).status).toBe(401)
    expect((await fetch(`${server.url}/api/device-pairings/${code}`)).status).toBe(401)
  })

  it.each([
    ['no size', {}, '/width'],
    ['a size of nothing', { width: 0, height: 256 }, '/width'],
    ['codecs that are no list', { width: 1, height: 1, codecs: 'h264' }, '/codecs'],
  ])('refuses %s, naming the field', async (_what, body, pointer) => {
    const answer = await fetch(`${server.url}${base}/pairings`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const problem = await problemOf(answer)
    expect([answer.status, problem.code]).toEqual([400, 'body-invalid'])
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })
})

describe('manifest', () => {
  it('is signed, and holds what the display plays', async () => {
    const { manifest } = await led.manifest()
    const now = Date.now()
    const segment = manifest.segments.find(({ from, to }) => from <= now && now < to)
    expect(segment).toMatchObject({ level: 'normal' })
    expect(manifest.loops[String(segment?.loop)]?.map(([content, ms]) => [content, ms])).toEqual([
      [slogan, 10_000],
      [poster, 8000],
    ])
  })

  it.each(['%', 'W/%', '"other", %', '*'])('is 304 to If-None-Match: %s', async (form) => {
    const { etag } = await led.manifest()
    const answer = await led.call('GET', '/manifest', {
      headers: { 'If-None-Match': form.replace('%', etag) },
    })
    expect([answer.status, answer.headers.get('ETag')]).toEqual([304, etag])
    expect(Math.abs(Number(answer.headers.get('Server-Time')) - Date.now())).toBeLessThan(5000)
  })

  it('stays the same, revision and all, over a restart', async () => {
    const before = await led.manifest()
    expect(await server.stop()).toBe(0)
    server = await site.start()
    expect(await led.manifest()).toEqual(before)
  })

  it('follows an edit on the displays that it touches, and on no other', async () => {
    const before = await led.manifest()
    const other = await bus.manifest()
    await staff.update('contents', slogan, { text: '勤洗手 戴口罩' })
    const after = await until(
      () => led.manifest(),
      ({ etag }) => etag !== before.etag,
      { seconds: 2 },
    )
    expect(after.manifest.contents[slogan]?.text?.body).toBe('勤洗手 戴口罩')
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(await bus.manifest()).toEqual(other)
  })

  it('drops what is no longer approved', async () => {
    await staff.send('PATCH', paths.slogan(), { reviewStatus: 'rejected' })
    const { manifest } = await until(
      () => led.manifest(),
      ({ manifest: current }) => !(slogan in current.contents),
    )
    expect(Object.keys(manifest.contents)).toEqual([poster])
    await staff.send('PATCH', paths.slogan(), { reviewStatus: 'approved' })
    await until(
      () => led.manifest(),
      ({ manifest: current }) => slogan in current.contents,
    )
  })

  it.each([
    ['no token', {}, 'token-missing'],
    ['another scheme', { Authorization: 'Basic eDp5' }, 'token-missing'],
    ['an unknown token', { Authorization: 'Bearer nobody' }, 'token-unknown'],
  ])('is refused with %s', async (_what, headers, code) => {
    const answer = await fetch(`${server.url}${base}/manifest`, { headers })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, code])
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
  })
})

describe('media', () => {
  let url: string
  let whole: Buffer
  let etag: string
  beforeAll(async () => {
    const { manifest } = await led.manifest()
    const sha256 = String(manifest.contents[poster]?.file)
    url = String(manifest.files[sha256]?.url)
    const answer = await led.call('GET', url)
    whole = Buffer.from(await answer.arrayBuffer())
    etag = String(answer.headers.get('ETag'))
    expect([answer.status, etag, whole.length]).toEqual([200, `"${sha256}"`, manifest.files[sha256]?.bytes])
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400, immutable')
  })

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9'],
    ['bytes=10-', 206, 'bytes 10-'],
    ['bytes=-5', 206, 'bytes '],
  ])('answers Range: %s', async (range, status, contentRange) => {
    const answer = await led.call('GET', url, { headers: { Range: range } })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Range')).toContain(contentRange)
    const [start = '', end = ''] = range.replace('bytes=', '').split('-')
    const expected =
      start === ''
        ? whole.subarray(-Number(end))
        : whole.subarray(Number(start), end === '' ? undefined : Number(end) + 1)
    expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true)
  })

  it('answers a range only of the file that If-Range names', async () => {
    const ask = (ifRange: string) =>
      led.call('GET', url, { headers: { Range: 'bytes=0-9', 'If-Range': ifRange } })
    expect((await ask(etag)).status).toBe(206)
    expect((await ask('"another"')).status).toBe(200)
  })

  it('answers a range beyond the end with 416', async () => {
    expect((await led.call('GET', url, { headers: { Range: 'bytes=99999999-' } })).status).toBe(416)
  })

  it('answers HEAD and a conditional request without the bytes', async () => {
    const head = await led.call('HEAD', url)
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(whole.length)])
    expect((await led.call('GET', url, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  it.each([
    ['no signature', (text: string) => text.replace(/\?.*/, ''), 'media-url-invalid'],
    [
      'another signature',
      (text: string) => text.replace(/sig=.*/, 'sig=AAAAAAAAAAAAAAAAAAAAAA'),
      'media-url-invalid',
    ],
    ['a longer life', (text: string) => text.replace(/exp=\d/, 'exp=9'), 'media-url-invalid'],
    ['a name that is no hash', () => '/media/..%2F..%2Fpackage.json', 'media-not-found'],
  ])('is refused with %s', async (_what, change, code) => {
    const answer = await led.call('GET', change(url))
    expect((await problemOf(answer)).code).toBe(code)
  })

  it('is refused from the moment its content is not approved', async () => {
    await staff.update('contents', poster, { reviewStatus: 'rejected' })
    await until(
      () => led.manifest(),
      ({ manifest }) => !(poster in manifest.contents),
    )
    const answer = await led.call('GET', url)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'media-not-found'])
    await staff.update('contents', poster, { reviewStatus: 'approved' })
    await until(
      () => led.call('GET', url),
      ({ status }) => status === 200,
    )
  })
})

describe('heartbeat', () => {
  const message = { bootId: 'b1', manifest: null, cachedBytes: 5, clockOffsetMs: -3, player: '0.1.0' }

  it('answers the display’s name and is shown to staff', async () => {
    const answer = await led.call('POST', '/heartbeat', {
      body: { ...message, playing: { content: slogan } },
    })
    expect(await answer.json()).toEqual({ name: '广场大屏', commands: [] })
    const states = await staff.get<{ docs: object[] }>(
      `/api/display-states?where[display][equals]=${led.display}&depth=0`,
    )
    expect(states.body.docs).toMatchObject([{ cachedBytes: 5, clockOffsetMs: -3, player: '0.1.0' }])
    expect(JSON.stringify(states.body)).not.toContain('tokenHash')
  })

  it.each([
    ['not JSON', '{"bootId":', 400, 'body-not-json'],
    ['an empty body', '', 400, 'body-invalid'],
    ['a list', '[]', 400, 'body-invalid'],
    ['too little', '{}', 400, 'body-invalid'],
    ['3 MiB', JSON.stringify({ ...message, player: 'x'.repeat(3 * 2 ** 20) }), 413, 'body-too-large'],
  ])('refuses %s and goes on', async (_what, body, status, code) => {
    const answer = await led.call('POST', '/heartbeat', { body })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code])
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('plays', () => {
  const aPlay = (seq: number) => ({
    seq,
    content: slogan,
    schedule: null,
    from: Date.now(),
    ms: 10_000,
    outcome: 'completed',
    manifest: 'a'.repeat(64),
  })
  const send = async (bootId: string, plays: unknown[]) =>
    (await led.call('POST', '/plays', { body: { bootId, plays } })).json()

  it('counts each once, refuses what is none by its number, and keeps them through a power cut', async () => {
    expect(await send('b', [aPlay(1), aPlay(2)])).toEqual({ accepted: 2, duplicates: 0, refused: [] })
    await server.kill()
    server = await site.start()
    const again = [aPlay(2), aPlay(3), { ...aPlay(4), outcome: 'seen' }, null]
    expect(await send('b', again)).toEqual({
      accepted: 1,
      duplicates: 1,
      refused: [
        { seq: 4, code: 'play-invalid' },
        { seq: null, code: 'play-invalid' },
      ],
    })
    const { body } = await staff.get<{ plays: { seq: number }[] }>(`/api/plays?display=${led.display}`)
    expect(body.plays.map(({ seq }) => seq).sort()).toEqual([1, 2, 3])
  })

  it('takes a thousand at once, and no more', async () => {
    const many = Array.from({ length: 1000 }, (_, seq) => aPlay(seq))
    expect(await send('c', many)).toMatchObject({ accepted: 1000 })
    const answer = await led.call('POST', '/plays', { body: { bootId: 'c', plays: [...many, aPlay(1001)] } })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([400, 'body-invalid'])
  })

  it('are shown to staff alone', async () => {
    expect((await fetch(`${server.url}/api/plays`)).status).toBe(401)
  })
})

describe('a removed display', () => {
  it('is told, under signature, to go dark, and stays known for that over a restart', async () => {
    const gone = await staff.create('displays', {
      name: '旧屏',
      channel: 'other',
      timezone: 'Asia/Shanghai',
      profile: (await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')).body.docs[0]
        ?.id,
    })
    const device = await pairDevice(server.url, staff, gone.id)
    const before = await device.manifest()
    expect((await staff.send('DELETE', `/api/displays/${gone.id}`)).status).toBe(200)
    const after = await until(
      () => device.manifest(),
      ({ etag }) => etag !== before.etag,
    )
    expect(after.revision).toBeGreaterThan(before.revision)
    expect(after.manifest).toMatchObject({
      contents: {},
      files: {},
      loops: {},
      segments: [{ level: 'off', loop: null }],
    })
    await server.stop()
    server = await site.start()
    expect(await device.manifest()).toEqual(after)
  })
})

describe('the rest', () => {
  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await (await fetch(`${server.url}${base}/openapi.json`)).json()) as {
      paths: object
      openapi: string
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toContain('/manifest')
  })

  it.each([
    ['GET', `${base}/nothing`, 404, 'not-found'],
    ['DELETE', `${base}/plays`, 405, 'method-not-allowed'],
    ['GET', '/media/nothing', 404, 'media-not-found'],
    ['GET', '/player/nothing.js', 404, 'not-found'],
    ['GET', '/nothing', 404, 'not-found'],
  ])('answers %s %s with a problem', async (method, path, status, code) => {
    const answer = await fetch(`${server.url}${path}`, { method })
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code])
  })

  it('says which methods there are', async () => {
    const answer = await fetch(`${server.url}${base}/plays`, { method: 'DELETE' })
    expect(answer.headers.get('Allow')).toBe('POST')
  })

  it('speaks the language that is asked for', async () => {
    const ask = async (language: string) =>
      (
        (await (
          await fetch(`${server.url}${base}/nothing`, { headers: { 'Accept-Language': language } })
        ).json()) as { detail: string }
      ).detail
    expect(await ask('en-GB,en;q=0.9')).toBe('There is nothing at this address')
    expect(await ask('zh-CN')).toBe('没有这个地址')
    expect(await ask('fr')).toBe('没有这个地址')
  })
})
