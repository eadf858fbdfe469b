import { PlayerError } from '../core/policy'
import { once } from './element'
import type { LayerContext } from './layer'

/** A medium this far from where the loop says it should be is moved there at once, in seconds. */
const SEEK_BEYOND = 1
/** Beyond this it is made to run faster or slower until it is within `SETTLED`, in seconds. */
const DRIFT_BEYOND = 0.06
const SETTLED = 0.02
/** The most that a medium is sped up or slowed down: too little to hear. */
const MOST_RATE = 0.05
const CHECK_MS = 500
/** Joining later than this is a seek, in seconds. */
const JOIN_BEYOND = 0.3

export type MediaSync = {
  /** Loads `url` and stands still on the frame of `position`, in ms. Rejects with `not-decodable`. */
  prepare(url: string, position: number): Promise<void>
  start(position: number): void
  frame(position: number): void
  mute(muted: boolean): void
  stop(): void
}

/** Keeps a video or audio element where wall time says it is; its end holds. */
export function syncMedia(media: HTMLMediaElement, volume: number, context: LayerContext): MediaSync {
  let wantsMute = false
  let refused = false
  let started = false
  let checkedAt = 0
  media.volume = volume
  media.preload = 'auto'
  const within = (seconds: number) => seconds >= 0 && seconds < (media.duration || 0) - 0.05

  function broke() {
    if (started) context.failed(new PlayerError('not-decodable', describe(media)))
  }

  function applyMute() {
    media.muted = wantsMute || refused || volume === 0
  }

  function play() {
    const promise = media.play() as Promise<void> | undefined
    if (!promise) return
    promise.catch((error: unknown) => {
      const name = error instanceof Error ? error.name : ''
      // Browsers refuse sound until somebody has touched the page, unless started with --autoplay-policy.
      if (name === 'NotAllowedError' && !media.muted) {
        refused = true
        applyMute()
        context.note('sound-refused', name)
        play()
      } else if (name !== 'AbortError')
        context.failed(new PlayerError('not-decodable', `${name} ${describe(media)}`))
    })
  }

  return {
    async prepare(url, position) {
      try {
        const loaded = once(media, 'loadeddata')
        media.src = url
        media.load()
        await loaded
        const seconds = position / 1000
        if (seconds > JOIN_BEYOND) {
          const sought = once(media, 'seeked')
          media.currentTime = Math.max(0, Math.min(seconds, (media.duration || 0) - 0.05))
          await sought
        }
        if (media.readyState < 3) await once(media, 'canplay')
      } catch (error) {
        throw new PlayerError('not-decodable', `${describe(media)} ${String(error)}`)
      }
      media.addEventListener('error', broke)
    },
    start(position) {
      started = true
      applyMute()
      // A change falls on the nearest frame, which may be a few milliseconds before its time.
      const seconds = Math.max(0, position / 1000)
      if (within(seconds)) {
        if (Math.abs(media.currentTime - seconds) > JOIN_BEYOND) media.currentTime = seconds
        play()
      } else if (media.duration && media.currentTime < media.duration - 0.1)
        media.currentTime = media.duration - 0.05
    },
    frame(position) {
      const now = context.env.monotonic()
      if (now - checkedAt < CHECK_MS || media.paused || media.ended || media.seeking) return
      checkedAt = now
      const drift = position / 1000 - media.currentTime
      if (!within(position / 1000)) return
      if (Math.abs(drift) > SEEK_BEYOND) {
        media.playbackRate = 1
        media.currentTime = position / 1000
      } else if (Math.abs(drift) > DRIFT_BEYOND) {
        media.playbackRate = 1 + Math.max(-MOST_RATE, Math.min(MOST_RATE, drift))
      } else if (media.playbackRate !== 1 && Math.abs(drift) < SETTLED) media.playbackRate = 1
    },
    mute(muted) {
      wantsMute = muted
      applyMute()
    },
    stop() {
      started = false
      media.removeEventListener('error', broke)
      media.pause()
      media.removeAttribute('src')
      // Gives the decoder back at once; old boxes have one or two.
      media.load()
    },
  }
}

function describe(media: HTMLMediaElement): string {
  const error = media.error
  return `${media.tagName.toLowerCase()}${error ? ` error ${error.code} ${error.message || ''}` : ''}`
}
