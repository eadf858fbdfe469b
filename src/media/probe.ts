import { z } from 'zod'
import type { AudioFacts, VideoFacts } from './facts'
import { MediaFault } from './faults'
import { runTool } from './run'

const PROBE_TIMEOUT_MS = 20_000
const MAX_SECONDS = 86_400
const MAX_SIDE = 8192

const number = z.coerce.number().optional().catch(undefined)
const tags = z.record(z.string(), z.string()).default({})

const stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  width: number,
  height: number,
  pix_fmt: z.string().default('unknown'),
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
  format: z.object({ duration: number, tags }).default({ tags: {} }),
})

/** ffprobe's arguments: local files only, so that no playlist or reference inside a file makes the server fetch anything. */
function probeArgs(path: string): string[] {
  const wanted = ['-show_entries', 'format:stream', '-of', 'json']
  return ['-v', 'error', '-protocol_whitelist', 'file', ...wanted, '-i', `file:${path}`]
}

/** Facts of a video or audio file. Throws MediaFault: `media-damaged`, `media-too-many-pixels`, `media-too-long`. */
export async function probe(path: string, ffprobe: string): Promise<VideoFacts | AudioFacts> {
  const json = await runProbe(path, ffprobe)
  return readReport(report.parse(JSON.parse(json)))
}

async function runProbe(path: string, ffprobe: string) {
  try {
    return await runTool({ program: ffprobe, args: probeArgs(path), timeoutMs: PROBE_TIMEOUT_MS })
  } catch (cause) {
    const unreadable = cause instanceof MediaFault && cause.code !== 'media-tool-missing'
    throw unreadable ? new MediaFault('media-damaged', { detail: cause.detail, cause }) : cause
  }
}

function readReport({ streams, format }: z.infer<typeof report>): VideoFacts | AudioFacts {
  const video = streams.find((s) => s.codec_type === 'video' && !s.disposition.attached_pic)
  const audio = streams.find((s) => s.codec_type === 'audio')
  const seconds = roundMs(format.duration ?? video?.duration ?? audio?.duration ?? 0)
  if (seconds <= 0) throw new MediaFault('media-damaged', { detail: 'no duration' })
  if (seconds > MAX_SECONDS) throw new MediaFault('media-too-long', { detail: `${seconds} s` })
  const label = Object.entries(format.tags).find(([key]) => key.toUpperCase() === 'AIGC')?.[1]
  const aigc = label ? { aigc: label } : {}

  if (video) {
    const frameRate = rate(video.avg_frame_rate) || rate(video.r_frame_rate)
    const codecs = {
      videoCodec: video.codec_name,
      pixelFormat: video.pix_fmt,
      audioCodec: audio?.codec_name ?? null,
    }
    return { kind: 'video', ...seenSize(video), seconds, frameRate, ...codecs, ...aigc }
  }
  if (!audio) throw new MediaFault('media-damaged', { detail: 'neither picture nor sound' })
  const { codec_name: audioCodec, channels = 0, sample_rate: sampleRate = 0 } = audio
  return { kind: 'audio', seconds, audioCodec, channels, sampleRate, ...aigc }
}

/** The size as a player shows it. FFmpeg 4.1 tells the rotation in a tag as well, 5 and later in the side data only. */
function seenSize({
  width = 0,
  height = 0,
  sample_aspect_ratio,
  side_data_list,
  tags,
}: z.infer<typeof stream>) {
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
  return under > 0 ? Math.round((over / under) * 1000) / 1000 : 0
}

function roundMs(seconds: number) {
  return Math.round(seconds * 1000) / 1000
}
