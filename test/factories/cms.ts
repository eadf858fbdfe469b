import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import type { Role } from '../../src/cms/access/roles'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type Answer = { status: number; body: Record<string, never> & AnswerBody }
type AnswerBody = {
  doc: Record<string, never> & { id: string }
  docs: (Record<string, never> & { id: string })[]
  errors: {
    message: string
    data: { code?: string; errors: { path: string; code?: string; message: string }[] }
  }[]
}
export type Rest = (method: Method, path: string, body?: unknown) => Promise<Answer>

export type Cms = {
  payload: Payload
  config: SanitizedConfig
  dir: string
  /** REST as a member of staff with a role, or as nobody. */
  as: (role: Role | null, options?: { language?: 'zh' | 'en' }) => Promise<Rest>
  stop: () => Promise<void>
}

/** The CMS of payload.config.ts on an SQLite file of its own; once a test file, since Payload is one a process. */
export async function startCms(env: Record<string, string> = {}): Promise<Cms> {
  const dir = await mkdtemp(join(tmpdir(), 'xuanbo-cms-'))
  Object.assign(process.env, {
    PAYLOAD_SECRET: 'a secret of tests, thirty-two long',
    DATABASE_URI: '',
    DATA_DIR: dir,
    MEDIA_DIR: join(dir, 'media'),
    LOG_LEVEL: 'silent',
    ...env,
  })
  const { default: promise } = await import('../../payload.config')
  const config = await promise
  const payload = await getPayload({ config })
  const tokens = new Map<Role, string>()

  async function tokenOf(role: Role): Promise<string> {
    const known = tokens.get(role)
    if (known) return known
    const credentials = { email: `${role}@example.org`, password: `${role}-password` }
    await payload.create({ collection: 'users', data: { ...credentials, role } })
    await payload.update({
      collection: 'users',
      where: { email: { equals: credentials.email } },
      data: { role },
    })
    const { token } = await payload.login({ collection: 'users', data: credentials })
    tokens.set(role, String(token))
    return String(token)
  }

  return {
    payload,
    config,
    dir,
    async as(role, { language = 'en' } = {}) {
      // The first user is an administrator, whatever the role asked for.
      if (role !== null) await tokenOf('administrator')
      const headers = {
        'Accept-Language': language,
        ...(role && { Authorization: `JWT ${await tokenOf(role)}` }),
      }
      return (method, path, body) => rest({ config, method, path, headers, body })
    },
    async stop() {
      await payload.destroy()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function rest(input: {
  config: SanitizedConfig
  method: Method
  path: string
  headers: Record<string, string>
  body: unknown
}): Promise<Answer> {
  const { config, method, path, headers, body } = input
  const request = new Request(`http://localhost/api${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = await handleEndpoints({ config, request })
  return { status: answer.status, body: await answer.json() }
}

/** A media document as an upload leaves it, without the upload. */
export async function aMedia(
  payload: Payload,
  kind: 'image' | 'video' | 'audio',
  more: Record<string, unknown> = {},
) {
  const seconds = kind === 'image' ? {} : { seconds: 12.3456 }
  const created = await payload.db.create({
    collection: 'media',
    data: {
      filename: `${crypto.randomUUID()}.bin`,
      sha256: crypto.randomUUID(),
      kind,
      state: 'ready',
      facts: { kind, ...seconds },
      ...more,
    },
  })
  return String(created.id)
}

/** A content that may be saved, of the least that it takes. */
export async function aSlogan(payload: Payload, more: Record<string, unknown> = {}) {
  const { id } = await payload.create({
    collection: 'contents',
    data: {
      title: '戴口罩',
      kind: 'slogan',
      text: '戴口罩、勤洗手',
      quotaClass: 'public-service',
      reviewStatus: 'draft',
      ...more,
    },
  })
  return id
}

export async function aPlaylist(payload: Payload, contents: string[]) {
  const entries = contents.map((content) => ({ content }))
  const { id } = await payload.create({ collection: 'playlists', data: { title: '节目单', entries } })
  return id
}

export async function aProfile(payload: Payload) {
  const { id } = await payload.create({
    collection: 'display-profiles',
    data: { title: '屏', width: 384, height: 256 },
  })
  return id
}

export async function aDisplay(payload: Payload, more: Record<string, unknown> = {}) {
  const profile = await aProfile(payload)
  const { id } = await payload.create({
    collection: 'displays',
    data: { name: '大屏', channel: 'led', profile, timezone: 'Asia/Shanghai', ...more },
  })
  return id
}
