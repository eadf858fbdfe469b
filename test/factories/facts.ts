import type { AudioFacts, DocumentFacts, ImageFacts, VideoFacts } from '../../src/media/facts'
import type { ContentChoice, ScreenTarget } from '../../src/media/spec'

/** Facts of a phone's photo. */
export function imageFacts(changes: Partial<ImageFacts> = {}): ImageFacts {
  return { kind: 'image', width: 4000, height: 3000, format: 'jpeg', hasAlpha: false, ...changes }
}

/** Facts of half a minute of full HD, with sound. */
export function videoFacts(changes: Partial<VideoFacts> = {}): VideoFacts {
  return {
    ...{ kind: 'video', width: 1920, height: 1080, rotation: 0, seconds: 30, frameRate: 29.97 },
    ...{ videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: 'aac' },
    ...changes,
  }
}

/** Facts of a song. */
export function audioFacts(changes: Partial<AudioFacts> = {}): AudioFacts {
  return { kind: 'audio', seconds: 185.2, audioCodec: 'mp3', channels: 2, sampleRate: 44100, ...changes }
}

/** Facts of a handbook of two pages of A4. */
export function documentFacts(changes: Partial<DocumentFacts> = {}): DocumentFacts {
  const page = { width: 595, height: 842 }
  return { kind: 'document', format: 'pdf', pages: [page, page], ...changes }
}

/** What a decode tells of an ordinary sound, without black or silence at the ends. */
export function analysed(changes: Partial<NonNullable<VideoFacts['analysis']>> = {}) {
  return {
    ...{ lufs: -20, lra: 6, truePeak: -3, threshold: -30 },
    ...{ blackHead: 0, blackTail: 0, silentHead: 0, silentTail: 0, silent: false },
    ...changes,
  }
}

/** A television, as its preset has it. */
export function aScreen(changes: Partial<ScreenTarget> = {}): ScreenTarget {
  const formats = ['jpeg', 'png', 'webp', 'h264', 'aac', 'mp3']
  return { width: 1920, height: 1080, formats, audio: true, lufs: -24, page: true, ...changes }
}

export function aChoice(changes: Partial<ContentChoice> = {}): ContentChoice {
  return { fit: 'contain', trimBlack: false, page: null, ...changes }
}
