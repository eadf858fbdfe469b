/** What `GET /api/media-progress` tells of files, by the id of their media document or of the content that shows them. */
export type ProgressReport = Record<string, MediaReport>

export type Failure = { code: string; detail: string | null }

type Stage = 'waiting' | 'processing' | 'ready' | 'failed'

type Work = {
  /** 0 to 1. */
  done: number
  /** Place in the queue, from 1; null for what does not wait. */
  position: number | null
  failure: Failure | null
}

/** `state` is that of the file itself: whether any screen can play it. */
export type MediaReport = Work & { state: Stage; renditions: RenditionReport[] }

/** A file made for particular screens. */
export type RenditionReport = Work & {
  id: string
  state: Stage
  /** `1920×360` for a picture or film, `AAC` for a sound. */
  label: string
  /** Titles of the display profiles that need it; empty where none does any more. */
  screens: string[]
  mimeType: string | null
  bytes: number | null
  seconds: number | null
  /** Integrated loudness in LUFS and true peak in dBTP, as measured of the result; null without sound. */
  lufs: number | null
  truePeak: number | null
}

/** Whether asking again soon would tell something new. */
export function isUnderWay({ state, renditions }: MediaReport): boolean {
  return [state, ...renditions.map((rendition) => rendition.state)].some(
    (stage) => stage === 'waiting' || stage === 'processing',
  )
}
