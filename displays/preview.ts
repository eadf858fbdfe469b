import type { Manifest } from '../src/manifest/manifest'
import type { Clock } from './core/clock'
import { parseManifest } from './core/manifest-check'
import { type Env, wait } from './env'
import { json, type Request } from './net/request'
import { buildLayer } from './stage/build-layer'
import type { Programme } from './stage/director'
import { createDirector } from './stage/director'
import { createStage } from './stage/stage'

/** Edits are gathered for this long before the server is asked how they look, in ms. */
const GATHER_MS = 300
const RETRY_MS = 3000

/**
 * Shows what a draft would look like: the manifest comes unsigned from `url`, nothing is kept and nothing reported. Edits that Payload's
 * live preview posts to the page are shown without being saved.
 */
export async function runPreview(options: {
  env: Env
  clock: Clock
  request: Request
  url: string
}): Promise<never> {
  const { env, clock, request, url } = options
  let programme: Programme | null = null
  let pollSeconds = RETRY_MS / 1000
  let edited: unknown = null
  let version = 0
  let silent = true

  const stage = createStage(document.body, 'fit', () => director.rebuild())
  const director = createDirector({
    now: clock.now,
    programme: () => programme,
    boundary: () => undefined,
    available: () => true,
    build: (manifest, slot, position, failed) =>
      buildLayer(
        manifest,
        slot.kind === 'item' ? { ...slot, muted: slot.muted || silent } : slot,
        position,
        {
          env,
          size: stage.size(),
          open: async (sha256) => ({ url: fileUrl(manifest, sha256), close: () => undefined }),
          failed,
          note: () => undefined,
        },
        { name: () => '', now: clock.now },
      ),
    stage,
    later: env.setTimer,
    played: () => undefined,
    report: () => undefined,
  })

  function show(manifest: Manifest) {
    programme = { manifest, sha256: '' }
    pollSeconds = manifest.pollSeconds
    if (stage.fit(manifest.screen)) director.rebuild()
    director.refresh()
  }

  /** Asks for the manifest, with the unsaved edits where there are any; the newest question's answer counts. */
  async function ask(): Promise<void> {
    version += 1
    const mine = version
    const init: RequestInit = edited === null ? {} : json({ data: edited })
    const response = await request(url, { ...init, credentials: 'same-origin' })
    if (!response.ok) throw new Error(`preview ${response.status}`)
    const manifest = parseManifest(await response.text())
    if (manifest && mine === version) show(manifest)
  }

  let gathering = 0
  window.addEventListener('message', (event) => {
    const message = event.data as { type?: unknown; data?: unknown } | null
    if (event.origin !== location.origin || !message || message.type !== 'payload-live-preview') return
    if (message.data === undefined || message.data === null) return
    edited = message.data
    env.clearTimer(gathering)
    gathering = env.setTimer(() => void ask().catch(() => undefined), GATHER_MS)
  })
  const opener = window.opener || (window.parent !== window ? window.parent : null)
  if (opener) opener.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
  // An editor at work does not want every song; one who clicks does.
  window.addEventListener('click', () => {
    silent = !silent
    director.rebuild()
  })

  requestAnimationFrame(function everyFrame() {
    requestAnimationFrame(everyFrame)
    director.frame()
  })
  for (;;) {
    const pause = await ask().then(
      () => pollSeconds * 1000,
      () => RETRY_MS,
    )
    await wait(env, pause)
  }
}

function fileUrl(manifest: Manifest | null, sha256: string): string {
  const file = manifest ? manifest.files[sha256] : undefined
  return file ? file.url : ''
}
