import type { Manifest } from '../../src/manifest/manifest'
import type { ErrorCode } from '../core/policy'
import type { Env } from '../env'

export type Size = { width: number; height: number }

/** Cards are laid out in a row on long screens, larger and in more lines on upright ones. */
export function shapeOf({ width, height }: Size): 'wide' | 'tall' | 'plain' {
  return width / height > 2.4 ? 'wide' : height / width > 1.3 ? 'tall' : 'plain'
}

/** A picture of the stage: made ready unseen, shown from one frame to the next, then taken away for good. */
export type Layer = {
  element: HTMLElement
  /** Resolves once it can be shown whole on the next frame; rejects with a PlayerError. */
  ready: Promise<void>
  /** It is on top from this frame; `position` is how far into the item that is, in ms. */
  start(position: number): void
  /** Called for every frame while on top. */
  frame(position: number): void
  mute(muted: boolean): void
  /** Frees what it holds; the element is removed by the stage. */
  stop(): void
}

/** A file as an element can show it. */
export type OpenFile = { url: string; close(): void }

export type LayerContext = {
  env: Env
  size: Size
  /** Rejects with a PlayerError where the file is not there. */
  open(sha256: string): Promise<OpenFile>
  /** The layer can no longer show what it should. */
  failed(error: unknown): void
  note(code: ErrorCode, detail: string): void
}

export type ContentOf<K extends Manifest['contents'][string]['kind']> = Manifest['contents'][string] & {
  kind: K
}

/** What a layer without sound or movement need not say. */
export const STILL = { start: nothing, frame: nothing, mute: nothing, stop: nothing }

function nothing(): void {
  // A still picture has nothing to do.
}
