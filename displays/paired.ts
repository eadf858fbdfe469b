import type { Clock } from './core/clock'
import { type ErrorCode, faultOf, PlayerError } from './core/policy'
import { createReports } from './core/reports'
import type { ScreenMode } from './core/screen'
import type { Env } from './env'
import { deviceFacts, playerVersion, randomId } from './facts'
import { startDownloads } from './net/downloads'
import { startHeartbeat } from './net/heartbeat'
import { pair, sharesKey } from './net/pairing'
import { sendPlays } from './net/play-sender'
import { pollManifest } from './net/poller'
import type { Request } from './net/request'
import { contentAvailable, createProgramme } from './programme'
import { buildLayer } from './stage/build-layer'
import { createDirector } from './stage/director'
import type { OpenFile } from './stage/layer'
import { createStage } from './stage/stage'
import { openFiles } from './store/files'
import type { Identity, MemoryStore } from './store/memory'
import { createPlayStore } from './store/plays'
import { diagnostics } from './ui/diagnostics'
import { cornerCode } from './ui/pairing-card'

const FIRST_POLL_SECONDS = 5
/** The waiting manifest is looked at, and downloads too, this often, in ms. */
const LOOK_MS = 1000
/** The clock is kept, and what is needed soon noted, this often, in ms. */
const KEEP_MS = 30_000
/** Kept files are checked once the start has settled, in ms. */
const VERIFY_AFTER_MS = 60_000

/** Runs a paired display, for ever. */
export async function runPaired(options: {
  env: Env
  clock: Clock
  request: Request
  database: IDBDatabase
  memory: MemoryStore
  identity: Identity
  mode: ScreenMode
}): Promise<void> {
  const { env, clock, request, database, memory, mode } = options
  let { identity } = options
  const bootId = randomId()
  let seq = 0
  const reports = createReports(clock.now)
  const files = await openFiles(database)
  const plays = createPlayStore(database)
  const stage = createStage(document.body, mode, () => director.rebuild())
  const corner = cornerCode(document.body)
  let repairing = false

  function failed(code: ErrorCode, detail: string) {
    reports.add(code, detail)
    if (code === 'unauthorised') void repair()
  }
  function storageFailed(error: unknown) {
    const { code, detail } = faultOf(error, 'storage-failed')
    reports.add(code, detail)
  }

  const programme = createProgramme({
    memory,
    now: clock.now,
    files: { has: files.has, failures: (sha256) => downloads.failures(sha256) },
    installed({ manifest, claims }) {
      clock.notBefore(claims.issuedAt)
      if (stage.fit(manifest.screen)) director.rebuild()
      director.refresh()
      beat.soon()
    },
    withdraw(list) {
      for (const sha256 of list) if (files.has(sha256)) files.remove(sha256).catch(storageFailed)
    },
    failed: storageFailed,
  })

  const director = createDirector({
    now: clock.now,
    programme() {
      const active = programme.active()
      return active && { manifest: active.manifest, sha256: active.claims.sha256 }
    },
    boundary: () => programme.consider(true),
    available: (manifest, content) => contentAvailable(manifest, content, files.has),
    build: (manifest, slot, position, layerFailed) =>
      buildLayer(
        manifest,
        slot,
        position,
        { env, size: stage.size(), open, failed: layerFailed, note: reports.add },
        { name: () => identity.name, now: clock.now },
      ),
    stage,
    later: env.setTimer,
    played(play) {
      const unsynced = clock.trusted() ? undefined : true
      plays.add({ bootId, seq: seq++, ...play, unsynced }).catch(storageFailed)
    },
    report: reports.add,
  })

  async function open(sha256: string): Promise<OpenFile> {
    const blob = await files.open(sha256)
    if (!blob) throw new PlayerError('file-unavailable', sha256.slice(0, 12))
    const url = URL.createObjectURL(blob)
    return { url, close: () => URL.revokeObjectURL(url) }
  }

  const downloads = startDownloads({
    env,
    request,
    files,
    wanted: programme.wanted,
    arrived() {
      programme.consider(false)
      const slot = director.slot()
      if (!slot || slot.kind === 'standby') director.refresh()
    },
    failed,
  })

  const beat = startHeartbeat({
    env,
    request,
    token: () => identity.token,
    reports,
    async facts() {
      const active = programme.active()
      return {
        bootId,
        manifest: active ? active.claims.sha256 : null,
        playing: director.playing(),
        cachedBytes: files.cachedBytes(),
        freeBytes: await freeBytes(),
        clockOffsetMs: clock.memory().offsetMs || 0,
        player: playerVersion,
      }
    },
    answered({ name }) {
      if (typeof name !== 'string' || name === identity.name) return
      identity = { ...identity, name }
      memory.set('identity', identity).catch(storageFailed)
    },
  })

  /** Offers the display anew, in a corner, to the installation whose key it holds; all else goes on. */
  async function repair(): Promise<void> {
    if (repairing) return
    repairing = true
    const paired = await pair({
      env,
      request,
      facts: deviceFacts(),
      accepts: (keys) => sharesKey(identity.keys, keys),
      show: corner.show,
      failed: reports.add,
      stopped: () => !repairing,
    })
    repairing = false
    corner.show(null)
    if (!paired) return
    if (paired.display !== identity.display) await programme.forget()
    identity = { ...paired, name: paired.display === identity.display ? identity.name : '' }
    await memory.set('identity', identity)
    director.refresh()
  }

  await programme.restore(identity)
  requestAnimationFrame(function everyFrame() {
    requestAnimationFrame(everyFrame)
    director.frame()
  })
  setInterval(() => {
    programme.consider(false)
    downloads.wake()
  }, LOOK_MS)
  setInterval(() => {
    files.needed(programme.soon(), clock.now())
    memory.set('clock', clock.memory()).catch(storageFailed)
  }, KEEP_MS)
  env.setTimer(() => void downloads.verifyAll(), VERIFY_AFTER_MS)
  void sendPlays({ env, request, plays, token: () => identity.token, failed })
  void pollManifest({
    env,
    request,
    identity: () => identity,
    last: programme.last,
    held: programme.held,
    pollSeconds: () =>
      (programme.pending() || programme.active())?.manifest.pollSeconds || FIRST_POLL_SECONDS,
    async accept(accepted) {
      clock.notBefore(accepted.claims.issuedAt)
      await memory.set('clock', clock.memory())
      await programme.accept(accepted)
      downloads.wake()
    },
    failed,
    welcome() {
      repairing = false
    },
  })

  diagnostics(document.body, async () => {
    const active = programme.active()
    const pending = programme.pending()
    const playing = director.playing()
    const wanted = programme.wanted()
    return [
      ['display', `${identity.name} ${identity.display}`],
      ['player', `${playerVersion}, boot ${bootId.slice(0, 8)}`],
      ['time', `${new Date(clock.now()).toISOString()} ${clock.trusted() ? 'trusted' : 'not trusted'}`],
      ['clock offset', `${clock.memory().offsetMs} ms`],
      [
        'manifest',
        active ? `${active.claims.sha256.slice(0, 12)} revision ${active.claims.revision}` : 'none',
      ],
      ['valid until', active ? new Date(active.manifest.validUntil).toISOString() : ''],
      ['waiting', pending ? pending.claims.sha256.slice(0, 12) : 'none'],
      ['playing', playing ? playing.content : (director.slot() || { kind: 'nothing' }).kind],
      ['files', `${wanted.filter(({ sha256 }) => files.has(sha256)).length} of ${wanted.length}`],
      ['kept', `${Math.round(files.cachedBytes() / 1e5) / 10} MB`],
      ['plays to send', String(await plays.count())],
      ...reports
        .recent()
        .slice(-5)
        .map((report): [string, string] => [report.code, report.detail]),
    ]
  })
}

/** What the browser would still let this page keep, in bytes; undefined where it does not say. */
async function freeBytes(): Promise<number | undefined> {
  const storage = navigator.storage
  if (!storage?.estimate) return undefined
  const { quota, usage } = await storage.estimate()
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage)
}
