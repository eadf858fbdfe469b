import { z } from 'zod'
import { aigcOfTags } from './aigc'
import type { AudioFacts, VideoFacts } from './facts'
import { MediaFault } from './faults'
import { type Packets, readPackets } from './packets'
import { guards } from './probe-guards'
import { runTool } from './run'

const PROBE_TIMEOUT_MS = 20_000
/** Reading every packet of the largest upload from a slow disk: 20 MB a second. */
const PACKETS_MS_PER_BYTE = 1 / 20_000
const MAX_SECONDS = 86_400
const MAX_SIDE = 8192
/** Beside a twentieth: a head may round, and count what edit lists leave out. */
const MISSING_SECONDS = 0.5

const number = z.coerce.number().optional().catch(undefined)
const tags = z.record(z.string(), z.string()).default({})
const named = z
  .string()
  .optional()
  .transform((name) => (name === undefined || name === 'unknown' ? null : name))

const stream = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  width: number,
  height: number,
  pix_fmt: z.string().default('unknown'),
  bits_per_raw_sample: number,
  color_primaries: named,
  color_transfer: named,
  color_space: named,
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().default('0/0'),
  r_frame_rate: z.string().default('0/0'),
  duration: number,
  channels: number,
  sample_rate: number,
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  tags,
  side_data_list: z.array(z.object({ rotation: number })).default([]),
})

const report = z.object({
  streams: z.array(stream).default([]),
  format: z.object({ format_name: z.string().default(''), duration: number, tags }).default({
    format_name: '',
    tags: {},
  }),
})

type Stream = z.infer<typeof stream>
type Report = z.infer<typeof report>

/**
 * Facts of a video or audio file, from its head and from all its packets: a length that only the head claims is not believed.
 * `limitMs` bounds each look at it. Throws MediaFault: `media-damaged`, `media-too-many-pixels`, `media-too-long`,
 * `media-too-complex`.
 */
export async function probe(
  path: string,
  ffprobe: string,
  { bytes = 0, limitMs = PROBE_TIMEOUT_MS } = {},
): Promise<VideoFacts | AudioFacts> {
  const wanted = ['-show_entries', 'format:stream', '-of', 'json']
  const args = ['-v', 'error', ...guards, ...wanted, '-i', `file:${path}`]
  const json = await asFile(() => runTool({ program: ffprobe, args, timeoutMs: limitMs }))
  const told = report.parse(JSON.parse(json))

  const video = told.streams.find((s) => s.codec_type === 'video' && !s.disposition.attached_pic)
  const audio = told.streams.find((s) => s.codec_type === 'audio')
  if (!video && !audio) throw new MediaFault('media-damaged', { detail: 'neither picture nor sound' })
  const size = video && seenSize(video)
  const streams = [video, audio].flatMap((one) => (one ? [one.index] : []))
  const timeoutMs = limitMs + bytes * PACKETS_MS_PER_BYTE
  const packets = await asFile(() =>
    readPackets({ path, ffprobe, streams, video: video?.index ?? null, timeoutMs }),
  )
  const seconds = trueLength(told, packets)
  const common = { seconds, ...marks(told) }
  const sound = audio && { channels: audio.channels ?? 0, sampleRate: audio.sample_rate ?? 0 }
  if (!video || !size) {
    return {
      kind: 'audio',
      audioCodec: audio?.codec_name ?? 'unknown',
      channels: 0,
      sampleRate: 0,
      ...sound,
      ...common,
    }
  }
  return {
    kind: 'video',
    ...size,
    ...pictureFacts(video, packets),
    audioCodec: audio?.codec_name ?? null,
    ...sound,
    ...common,
  }
}

/** Whatever ffprobe stumbles over is the file's fault. */
async function asFile<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof MediaFault) || cause.code === 'media-tool-missing') throw cause
    const code = cause.code === 'media-tool-timeout' ? 'media-too-complex' : 'media-damaged'
    throw new MediaFault(code, { cause, ...(cause.detail && { detail: cause.detail }) })
  }
}

/** Formats whose head states the length; others estimate it from the bit rate. */
const stating = /^(mov|matroska|avi|flv|asf|wav|flac|aiff)\b/

/** Seconds, to the millisecond. Where the head states clearly more than there is, the rest is missing. */
function trueLength({ format, streams }: Report, packets: Packets) {
  const stated = format.duration ?? Math.max(0, ...streams.map(({ duration }) => duration ?? 0))
  const there = packets.seconds
  if (stating.test(format.format_name) && stated > there * 1.05 + MISSING_SECONDS) {
    throw new MediaFault('media-damaged', { detail: `says ${stated} s, holds ${there} s` })
  }
  const seconds = Math.abs(stated - there) <= 0.5 && stated > 0 ? stated : there
  if (!(seconds > 0)) throw new MediaFault('media-damaged', { detail: 'no duration' })
  if (seconds > MAX_SECONDS) throw new MediaFault('media-too-long', { detail: `${seconds} s` })
  return Math.max(0.001, Math.round(seconds * 1000) / 1000)
}

function pictureFacts(video: Stream, { pictures }: Packets) {
  const stated = rate(video.avg_frame_rate) || rate(video.r_frame_rate)
  const measured = pictures?.frameRate ?? stated
  const believed = stated > 0 && Math.abs(stated - measured) <= measured * 0.05
  const { color_primaries: primaries, color_transfer: transfer, color_space: matrix } = video
  const hdr = transfer === 'smpte2084' || transfer === 'arib-std-b67'
  return {
    frameRate: roundMs(believed ? stated : measured),
    ...(pictures && { constantRate: pictures.constantRate }),
    videoCodec: video.codec_name,
    pixelFormat: video.pix_fmt,
    bitDepth: bitDepth(video),
    colour: { primaries, transfer, matrix, hdr },
  }
}

/** `yuv420p10le` has 10; names without a number after the `p` have 8. */
function bitDepth({ pix_fmt, bits_per_raw_sample }: Stream) {
  const [, named] = pix_fmt.match(/p(9|10|12|14|16)(?:le|be)?$/) ?? []
  return Number(named ?? 0) || bits_per_raw_sample || 8
}

/** The AI label, place and camera stand in the tags of the file or of a stream: Ogg has only the latter. */
function marks({ format, streams }: Report) {
  const all = Object.assign({}, ...streams.map((one) => one.tags), format.tags) as Record<string, string>
  const keys = Object.keys(all).map((key) => key.toLowerCase())
  const aigc = aigcOfTags(all)
  return {
    traces: {
      place: keys.some((key) => /^(location|gps|©xyz)|location\.iso6709/.test(key)),
      camera: keys.some((key) => /(^|\.)(make|model|manufacturer)$/.test(key)),
    },
    ...(aigc && { aigc }),
  }
}

/** The size as a player shows it. FFmpeg 4.1 tells the rotation in a tag as well, 5 and later in the side data only. */
function seenSize({ width = 0, height = 0, sample_aspect_ratio, side_data_list, tags }: Stream) {
  if (!width || !height) throw new MediaFault('media-damaged', { detail: 'no picture size' })
  if (Math.max(width, height) > MAX_SIDE)
    throw new MediaFault('media-too-many-pixels', { detail: `${width}×${height}` })
  const told =
    side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? -Number(tags.rotate ?? 0)
  const rotation = ((-told % 360) + 360) % 360
  const [across = 1, down = 1] = (sample_aspect_ratio ?? '1:1').split(':').map(Number)
  const square = across > 0 && down > 0 ? Math.round((width * across) / down) : width
  return rotation % 180 === 90
    ? { width: height, height: square, rotation }
    : { width: square, height, rotation }
}

function rate(fraction: string) {
  const [over = 0, under = 0] = fraction.split('/').map(Number)
  return under > 0 ? roundMs(over / under) : 0
}

function roundMs(value: number) {
  return Math.round(value * 1000) / 1000
}
