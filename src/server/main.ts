import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request } from 'express'
import { schedule } from 'node-cron'
import { createPayloadRequest, getPayload } from 'payload'
import config, { media } from '../../payload.config'
import { setAdviser } from '../cms/hooks/adviser'
import { onChange } from '../cms/hooks/changes'
import { displayStates, revisionStore } from '../device/display-states'
import { manifestDesk, manifestFastPath } from '../device/manifests'
import { pairingDesk } from '../device/pairing'
import type { StaffUser } from '../device/staff'
import { bearerCache } from '../device/tokens'
import { collect } from '../jobs/collect'
import { startTimetable } from '../jobs/timetable'
import { openStorage } from '../media/open-storage'
import { mongoPlayLog } from '../plays/mongo'
import { sqlitePlayLog } from '../plays/sqlite'
import { createAdviser } from '../publish/adviser'
import { classCompiler } from '../publish/class-compiler'
import { installationKey } from '../publish/installation-key'
import { startPublisher } from '../publish/publisher'
import { revisionBook } from '../publish/revisions'
import { adminPages } from './admin-pages'
import { createApp } from './app'
import type { Env } from './env'
import { lingerAfter } from './linger'
import { addressOf, listen } from './listen'
import { headersOf, payloadRest } from './payload-rest'
import { uploadDesk } from './uploads/desk'

export type Server = {
  /** Where it answers: `http://127.0.0.1:3000`. */
  url: string
  payload: Awaited<ReturnType<typeof getPayload>>
  publicKey: { kid: string; x: string }
  close(): Promise<void>
}

export type ServerOptions = {
  env: Env
  /** Folder of package.json, where Next finds its build. */
  root: string
  now: () => number
  /** Further pages, by path, each made from the server's address. */
  extraPages?: (server: Pick<Server, 'payload' | 'publicKey'>) => Promise<Record<string, string>>
}

/** How often a device that waits to be paired should ask. */
const pairingPollSeconds = 2
const pairingsPerMinute = 30
/** Longer than the usual poll interval, so that a display keeps its connection. */
const keepAliveMs = 65_000
/** An upload of 2 GiB over a slow line takes hours; Node's own limit is five minutes. */
const longestRequestMs = 6 * 3_600_000

/** Loading Next holds everything up for some 0.3 s: after a restart, waiting displays come first. Who opens the admin sooner starts it. */
const adminPagesAfterMs = 1_000

/** Displays whose manifest is not compiled by then are told to come again; the others wait no longer. */
const longestFirstCompileMs = 5_000

/** Each takes some 50 MB while it is there. One core is left to the polls. */
const mostCompilingThreads = 4

/** Starts everything in one process: CMS, publisher, device protocol, admin pages. Resolves once it answers displays. */
export async function startServer({ env, root, now, extraPages }: ServerOptions): Promise<Server> {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 })
  mkdirSync(env.MEDIA_DIR, { recursive: true })
  const compiler = classCompiler({
    script: resolve(root, 'dist/compile-worker.mjs'),
    threads: Math.max(1, Math.min(mostCompilingThreads, availableParallelism() - 1)),
  })
  const payload = await getPayload({ config, cron: true })
  const storage = openStorage({ dir: env.MEDIA_DIR, s3: env.S3, now })
  const key = installationKey(join(env.DATA_DIR, 'installation-key.pem'))
  const plays = env.DATABASE_URI.startsWith('mongodb')
    ? await mongoPlayLog(env.DATABASE_URI)
    : sqlitePlayLog(join(env.DATA_DIR, 'plays.db'))
  const urlSecret = createHmac('sha256', env.PAYLOAD_SECRET).update('media-urls').digest('hex')
  const publisher = await startPublisher({
    payload,
    now,
    urlSecret,
    compile: compiler.compile,
    atOnce: compiler.atOnce,
    warn: (message, details) => payload.logger.warn({ msg: message, ...details }),
  })
  const states = displayStates(payload)
  const cache = bearerCache()
  const pairings = pairingDesk(payload, states)
  const removed = new Set(await states.removed())
  const revisions = revisionBook(revisionStore(payload))
  const manifests = manifestDesk({ publisher, revisions, key, now, removed })
  const stopFollowing = onChange((change) => {
    publisher.changed(change)
    if (change.collection === 'displays' && change.operation === 'delete') removed.add(change.id)
  })
  const adviser = createAdviser({ publisher, now, timezone: env.TIMEZONE })
  const stopAdvising = setAdviser(adviser.ofSaved)

  const httpServer = createServer({ keepAliveTimeout: keepAliveMs, requestTimeout: longestRequestMs })
  const logError = (error: unknown) => payload.logger.error(error)
  const pages = adminPages({ dev: env.NODE_ENV === 'development', root, httpServer, logError })
  const userOf = async (request: Request): Promise<StaffUser | null> => {
    const { user } = await payload.auth({ headers: headersOf(request) })
    return user ? { id: String(user.id), role: String(user.role) } : null
  }
  const uploads = uploadDesk({
    directory: join(env.MEDIA_DIR, '.uploads'),
    path: '/api/uploads',
    media,
    logError,
  })
  await uploads.tidy(now(), { starting: true })
  const nameOf = (display: string) => publisher.snapshot().displays.get(display)?.name ?? null
  const app = createApp({
    device: {
      cache,
      states,
      pairings,
      manifests,
      key,
      plays,
      now,
      nameOf: (display) => nameOf(display) ?? '',
      pollSeconds: pairingPollSeconds,
      pairingsPerMinute,
    },
    media: { urlSecret, now, isOnAir: publisher.isOnAir, storage },
    staff: {
      pairings,
      key,
      now,
      userOf,
      nameOf: async (display) => {
        await publisher.idle()
        return nameOf(display)
      },
    },
    preview: {
      snapshot: publisher.snapshot,
      userOf,
      storage,
      playerDir: resolve(root, 'dist/player'),
      now,
      timezone: env.TIMEZONE,
    },
    warnings: { userOf, warningsOf: adviser.ofDraft },
    uploads: {
      desk: uploads,
      maxBytes: env.UPLOAD_MAX_BYTES,
      staffRequestOf: (request) =>
        createPayloadRequest({
          config,
          request: new Request('http://localhost/api/uploads', { headers: headersOf(request) }),
        }),
      logError,
    },
    mediaProgress: { userOf, progressOf: (asked) => timetable.renditions?.report(asked) ?? {} },
    storage,
    rest: payloadRest(config),
    pages: pages.handler,
    extraPages: (await extraPages?.({ payload, publicKey: key.public })) ?? {},
    checkDatabase: async () => {
      await payload.count({ collection: 'users' })
    },
    trustProxy: env.TRUST_PROXY,
    logError,
  })
  const timetable = await startTimetable(payload, {
    storage,
    places: Math.max(1, availableParallelism() - 1),
    now,
    publisher,
  })
  const fastPath = manifestFastPath({ cache, manifests, now })
  httpServer.on('request', ((request, response) => {
    if (fastPath(request, response)) return
    lingerAfter(request, response)
    app(request, response)
  }) satisfies RequestListener)
  await Promise.race([publisher.idle(), sleep(longestFirstCompileMs, undefined, { ref: false })])
  await listen(httpServer, env)
  // A minute that a busy machine missed is made up for by the next.
  const quietly = { suppressMissedWarning: true }
  const rolling = schedule('* * * * *', publisher.roll, quietly)
  const tidy = async () => {
    await pairings.tidy(now())
    await states.tidy(now())
    await uploads.tidy(now())
    const needed = async () => (await publisher.needs()).map(({ key }) => key)
    await collect({ payload, storage, memory: join(env.DATA_DIR, 'unreferenced.json'), needed, now })
  }
  const tidying = schedule('17 3 * * *', tidy, quietly)
  const preparing = setTimeout(pages.prepare, adminPagesAfterMs)

  return {
    url: addressOf(httpServer, env.HOST),
    payload,
    publicKey: key.public,
    async close() {
      clearTimeout(preparing)
      stopFollowing()
      stopAdvising()
      await Promise.all([rolling.destroy(), tidying.destroy()])
      await timetable.stop()
      httpServer.closeAllConnections()
      await new Promise((closed) => httpServer.close(closed))
      const published = publisher.close()
      await compiler.close()
      await published
      await pages.close()
      await plays.close()
      await payload.destroy()
    },
  }
}
