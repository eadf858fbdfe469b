import type { Analysis, AudioFacts, VideoFacts } from './facts'
import { guards } from './probe-guards'
import { runTool } from './run'
import type { Tools } from './tools'

export type AnalyseOptions = {
  tools: Tools
  signal?: AbortSignal | undefined
  /** 0 to 1. */
  onProgress?: (done: number) => void
  /** What is allowed beside the time that the length asks for: a decoder that is stuck is killed then. */
  limitMs?: number
}

/** Each end of a film is looked at for so long. */
const WINDOW_SECONDS = 60
const LIMIT_MS = 60_000
/** A busy machine decodes sound ten times faster than it plays, pictures at a thirtieth of their speed at worst. */
const SOUND_MS_PER_SECOND = 1000
const PICTURE_MS_PER_SECOND = 30_000
/** Black or silence begins within this of the start, and lasts to within this of the end. */
const EDGE_SECONDS = 0.15
const EBUR128_FRAME_SECONDS = 0.1

/** A white title on black covers little of the picture: only all but a twentieth of a hundredth counts as all. */
const blackdetect = 'blackdetect=d=0.1:pic_th=0.9995:pix_th=0.10'
const silencedetect = 'silencedetect=n=-50dB:d=0.3'

/**
 * Measures what only a decode tells; takes a while, so it runs in a job. Sound is heard whole, pictures are looked at in the
 * first and last minute. Throws MediaFault: `media-tool-timeout` where it takes longer than the file's length allows,
 * `media-render-failed` with the tool's last words; the signal's reason where aborted.
 */
export async function analyse(
  path: string,
  facts: VideoFacts | AudioFacts,
  options: AnalyseOptions,
): Promise<Analysis> {
  const sound = await listen(path, facts, options)
  const black = facts.kind === 'video' ? await look(path, facts.seconds, options) : { head: 0, tail: 0 }
  options.onProgress?.(1)
  return { ...sound, blackHead: roundMs(black.head), blackTail: roundMs(black.tail) }
}

type Sound = Omit<Analysis, 'blackHead' | 'blackTail'>

async function listen(path: string, facts: VideoFacts | AudioFacts, options: AnalyseOptions): Promise<Sound> {
  const { tools, signal, onProgress, limitMs = LIMIT_MS } = options
  const nothing = { lufs: null, lra: null, truePeak: null, silentHead: 0, silentTail: 0, silent: false }
  if (facts.audioCodec === null) return nothing

  const filters = `ebur128=metadata=1:peak=true,${silencedetect},ametadata=print:file=-`
  const values = new Map<string, number>()
  const spans = spansOf('silence')
  let end = 0
  await runTool({
    program: tools.ffmpeg,
    args: [...ffmpegArgs, '-i', `file:${path}`, '-map', '0:a:0', '-vn', '-af', filters, '-f', 'null', '-'],
    timeoutMs: limitMs + facts.seconds * SOUND_MS_PER_SECOND,
    signal,
    onLine(line) {
      const [, name = '', value = ''] = line.match(/^lavfi\.(?:r128\.)?([\w.]+)=(.*)$/) ?? []
      if (name) {
        values.set(name, Number(value))
        spans.note(name, Number(value))
        return
      }
      const [, time] = line.match(/pts_time:([\d.]+)/) ?? []
      if (!time) return
      end = Number(time) + EBUR128_FRAME_SECONDS
      onProgress?.(Math.min(0.9, (end / facts.seconds) * 0.9))
    },
  })
  const { head, tail } = spans.ends(end)
  const lufs = values.get('I') ?? Number.NaN
  // The gate of EBU R128 is at −70: what never passes it has no loudness.
  if (!(lufs > -70)) {
    const silent = head >= end - EDGE_SECONDS
    return { ...nothing, silentHead: roundMs(head), silentTail: roundMs(tail), silent }
  }
  const peaks = [...values].flatMap(([name, value]) => (/^true_peaks_ch\d+$/.test(name) ? value : []))
  return {
    lufs: round(lufs),
    lra: round(values.get('LRA') ?? 0),
    truePeak: round(20 * Math.log10(Math.max(1e-6, ...peaks))),
    silentHead: roundMs(head),
    silentTail: roundMs(tail),
    silent: false,
  }
}

async function look(path: string, seconds: number, options: AnalyseOptions) {
  if (seconds <= WINDOW_SECONDS * 2) return blackOf(path, { from: 0, seconds }, options)
  const { head } = await blackOf(path, { from: 0, seconds: WINDOW_SECONDS }, options)
  const from = seconds - WINDOW_SECONDS
  const { tail } = await blackOf(path, { from, seconds: WINDOW_SECONDS }, options)
  return { head, tail }
}

/** Black at both ends of a part of a film. */
async function blackOf(path: string, part: { from: number; seconds: number }, options: AnalyseOptions) {
  const { tools, signal, limitMs = LIMIT_MS } = options
  const window = [...(part.from > 0 ? ['-ss', part.from.toFixed(3)] : []), '-t', part.seconds.toFixed(3)]
  const spans = spansOf('black')
  let end = 0
  await runTool({
    program: tools.ffmpeg,
    args: [
      ...[...ffmpegArgs, '-progress', 'pipe:1', ...window, '-i', `file:${path}`, '-map', '0:v:0', '-an'],
      ...['-vf', `${blackdetect},metadata=print:file=-`, '-f', 'null', '-'],
    ],
    timeoutMs: limitMs + part.seconds * PICTURE_MS_PER_SECOND,
    signal,
    onLine(line) {
      const [, name = '', value] = line.match(/^lavfi\.(\w+)=(.*)$/) ?? []
      if (name) spans.note(name, Number(value))
      const [, microseconds] = line.match(/^out_time_ms=(\d+)/) ?? []
      if (microseconds) end = Math.max(end, Number(microseconds) / 1e6)
    },
  })
  return spans.ends(end)
}

/** Empty packets count as errors: some Oggs hold nine of them to each of sound. */
const ffmpegArgs = ['-hide_banner', '-nostdin', '-v', 'error', '-max_error_rate', '1', ...guards]

/** The spans that blackdetect or silencedetect tells of; the last may have no end. */
function spansOf(what: 'black' | 'silence') {
  const spans: { start: number; end: number | null }[] = []
  return {
    note(name: string, seconds: number) {
      if (name === `${what}_start`) spans.push({ start: seconds, end: null })
      const last = spans.at(-1)
      if (name === `${what}_end` && last) last.end = seconds
    },
    /** Seconds of it at the start and at the end, of `length` seconds. */
    ends(length: number) {
      const [first, last] = [spans[0], spans.at(-1)]
      const head = first && first.start <= EDGE_SECONDS ? (first.end ?? length) : 0
      const lasts = last && (last.end === null || last.end >= length - EDGE_SECONDS)
      return { head: Math.max(0, head), tail: lasts ? Math.max(0, length - last.start) : 0 }
    },
  }
}

function round(value: number) {
  return Math.round(value * 10) / 10
}

function roundMs(value: number) {
  return Math.round(value * 1000) / 1000
}
