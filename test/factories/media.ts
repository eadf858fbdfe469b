import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig, getPayload, handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { mediaCollection } from '../../src/cms/collections/media'
import { discardUpload } from '../../src/cms/collections/media/discardUpload'
import { uploadLimits } from '../../src/cms/collections/media/uploadLimits'
import { mediaFolders } from '../../src/cms/collections/media-folders'
import { withChangesAnnounced } from '../../src/cms/hooks/announceChanges'
import { jobsConfig } from '../../src/jobs'
import { startTimetable, type Timetable } from '../../src/jobs/timetable'
import { diskStorage } from '../../src/media/disk'
import { runTool } from '../../src/media/run'
import type { Storage } from '../../src/media/storage'
import { locateTools, type Tools } from '../../src/media/tools'

/** FFmpeg as the server would find it on this machine. */
export const tools = (): Tools =>
  locateTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
    searchPath: process.env.PATH,
    root: process.cwd(),
  })

const SAMPLES = '/usr/share/forensics-samples/original-files'

/** A file of Debian's forensics-samples-files, or null where the package is not installed. */
export function sample(path: string): string | null {
  const full = join(SAMPLES, path)
  return existsSync(full) ? full : null
}

export async function temporaryFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'xuanbo-media-'))
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

/** A photo with noise, so that it does not compress to nothing; `orientation` is EXIF's. */
export function aPhoto({ width = 640, height = 480, orientation = 1 } = {}): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A video as phones make them, written to `path`: odd size, variable or odd frame rate, rotated, with sound. */
export async function aPhoneVideo(
  path: string,
  { seconds = 2, size = '323:181', fps = '29.2', rotate = 0 } = {},
): Promise<string> {
  const picture = [
    '-f',
    'lavfi',
    '-i',
    `testsrc2=s=640x360:r=${fps}:d=${seconds},format=yuv444p,scale=${size},setsar=1`,
  ]
  const sound = ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`]
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv444p', '-c:a', 'aac']
  const { ffmpeg } = tools()
  const upright = `${path}.mp4`
  await runTool({
    program: ffmpeg,
    args: ['-v', 'error', ...picture, ...sound, ...codecs, '-y', upright],
    timeoutMs: 30_000,
  })
  const turned = ['-metadata:s:v', `rotate=${rotate}`, '-c', 'copy', '-y', path]
  await runTool({ program: ffmpeg, args: ['-v', 'error', '-i', upright, ...turned], timeoutMs: 30_000 })
  await rm(upright)
  return path
}

export type MediaServer = {
  payload: Payload
  storage: Storage
  timetable: Timetable
  /** `POST /api/media` as an administrator would, by multipart; `fields` null sends the file alone. */
  upload(
    file: { name: string; type?: string; bytes: Uint8Array },
    fields?: object | null,
    language?: string,
  ): Promise<Response>
  get(path: string, options?: { headers?: Record<string, string>; signedIn?: boolean }): Promise<Response>
  /** Every file below the media folder, temporary ones too. */
  files(): Promise<string[]>
  stop(): Promise<void>
}

/** A Payload of nothing but users and media on a database of its own, with REST handled in process. */
export async function startMediaServer({ maxBytes = 50_000_000 } = {}): Promise<MediaServer> {
  // Payload pushes a schema once a process, whatever the database; each of these is a new one.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const { dir, remove } = await temporaryFolder()
  const storage = diskStorage({ dir: join(dir, 'media') })
  const config = await buildConfig({
    secret: 'a secret of the tests, and only of the tests',
    db: sqliteAdapter({ client: { url: `file:${join(dir, 'test.db')}` }, idType: 'uuid', push: true }),
    collections: [
      withChangesAnnounced(mediaCollection({ storage, tools, maxBytes })),
      mediaFolders,
      { slug: 'users', auth: true, fields: [{ name: 'role', type: 'text', saveToJWT: true }] },
    ],
    upload: uploadLimits({ storage, maxBytes }),
    jobs: jobsConfig({ storage, tools }),
    hooks: { afterError: [discardUpload({ storage })] },
    i18n: { fallbackLanguage: 'zh', supportedLanguages: { zh, en } },
    telemetry: false,
    logger: { options: { level: 'silent' } },
  })
  const payload = await getPayload({ config, key: dir, cron: false })
  const timetable = await startTimetable(payload, { storage, places: 1, now: Date.now })
  const login = { email: 'editor@example.com', password: 'correct horse battery' }
  await payload.create({ collection: 'users', data: { ...login, role: 'administrator' } })
  const { token } = await payload.login({ collection: 'users', data: login })

  const call = (path: string, init: RequestInit) =>
    handleEndpoints({
      config,
      request: new Request(`http://127.0.0.1${path}`, init),
      payloadInstanceCacheKey: dir,
    })

  return {
    payload,
    storage,
    timetable,
    upload(file, fields: object | null = {}, language = 'zh') {
      const form = new FormData()
      form.set(
        'file',
        new File([Buffer.from(file.bytes)], file.name, { type: file.type ?? 'application/octet-stream' }),
      )
      if (fields) form.set('_payload', JSON.stringify(fields))
      const headers = { Authorization: `JWT ${token}`, 'Accept-Language': language }
      return call('/api/media', { method: 'POST', body: form, headers })
    },
    get(path, { headers = {}, signedIn = true } = {}) {
      return call(path, { headers: { ...headers, ...(signedIn && { Authorization: `JWT ${token}` }) } })
    },
    async files() {
      const entries = await readdir(join(dir, 'media'), { recursive: true, withFileTypes: true }).catch(
        () => [],
      )
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
    },
    async stop() {
      await timetable.stop()
      await payload.destroy()
      await remove()
    },
  }
}
