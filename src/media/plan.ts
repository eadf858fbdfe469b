import type { AudioFacts, Facts, ImageFacts, VideoFacts } from './facts'

/** What a rendition is for. */
export type Purpose = 'screen' | 'thumbnail'

/** The place of a file in a tool's arguments; the renderer puts paths there. */
export const INPUT = '{input}'
export const OUTPUT = '{output}'

/** One run of ffmpeg, reading the original or what the step before wrote. */
export type FfmpegStep = { tool: 'ffmpeg'; args: string[]; ext: string }

/** One run of sharp: upright, in sRGB, inside the box, on a ground where one is given, without metadata but `xmp`. */
export type SharpStep = {
  tool: 'sharp'
  ext: 'jpg' | 'webp'
  maxWidth: number
  maxHeight: number
  output:
    | { format: 'jpeg'; options: { quality: number; chromaSubsampling: string; optimiseCoding: boolean } }
    | { format: 'webp'; options: { quality: number; alphaQuality: number; effort: number } }
  ground: string | null
  xmp: string | null
}

/** A file to make from an original: its steps, and what will be true of the result. */
export type RenditionPlan = {
  purpose: Purpose
  mimeType: string
  ext: string
  /** Length of the result; null for a picture. */
  seconds: number | null
  /** Size of the result in pixels; null for sound. */
  size: { width: number; height: number } | null
  steps: [FfmpegStep | SharpStep, ...(FfmpegStep | SharpStep)[]]
}

const IMAGE_MAX_SIDE = 3840
const VIDEO_MAX_SIDE = 1920
const THUMBNAIL_SIDE = 480
const WAVEFORM = { width: 480, height: 320, ground: '#8c0b12', line: '0xFFE2A8' }

/** Frame rates that a display's clock can keep; others are converted to one of them. */
const RATES = [
  { perSecond: 24000 / 1001, value: '24000/1001' },
  { perSecond: 24, value: '24' },
  { perSecond: 25, value: '25' },
  { perSecond: 30000 / 1001, value: '30000/1001' },
  { perSecond: 30, value: '30' },
] as const

/** The renditions of an original, from its facts alone: one for screens and one thumbnail for the lists of the admin. */
export function planRenditions(facts: Facts): RenditionPlan[] {
  switch (facts.kind) {
    case 'image':
      return [imageScreen(facts), imageThumbnail(facts)]
    case 'video':
      return [videoScreen(facts), videoThumbnail(facts)]
    case 'audio':
      return [audioScreen(facts), waveform(facts)]
    case 'document':
      return []
  }
}

function imageScreen(facts: ImageFacts): RenditionPlan {
  const box = { maxWidth: IMAGE_MAX_SIDE, maxHeight: IMAGE_MAX_SIDE }
  const xmp = facts.aigc ? aigcXmp(facts.aigc) : null
  const step: SharpStep = facts.hasAlpha
    ? {
        tool: 'sharp',
        ext: 'webp',
        ...box,
        output: { format: 'webp', options: { quality: 92, alphaQuality: 100, effort: 4 } },
        ground: null,
        xmp,
      }
    : {
        tool: 'sharp',
        ext: 'jpg',
        ...box,
        output: { format: 'jpeg', options: jpegForText },
        ground: null,
        xmp,
      }
  return {
    purpose: 'screen',
    mimeType: facts.hasAlpha ? 'image/webp' : 'image/jpeg',
    ext: step.ext,
    seconds: null,
    size: inside(facts, IMAGE_MAX_SIDE),
    steps: [step],
  }
}

/** Full colour resolution: red characters on an LED wall bleed without it. */
const jpegForText = { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: true }

function imageThumbnail(facts: ImageFacts): RenditionPlan {
  return thumbnail(inside(facts, THUMBNAIL_SIDE), [thumbnailStep])
}

function videoThumbnail(facts: VideoFacts): RenditionPlan {
  const at = Math.min(facts.seconds / 3, 10).toFixed(3)
  const frame = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-y', OUTPUT]
  const args = [
    ...commonArgs,
    '-ss',
    at,
    '-i',
    INPUT,
    '-map',
    '0:v:0',
    '-an',
    '-vf',
    scale(inside(facts, THUMBNAIL_SIDE)),
    ...frame,
  ]
  return thumbnail(inside(facts, THUMBNAIL_SIDE), [{ tool: 'ffmpeg', args, ext: 'png' }, thumbnailStep])
}

/** A song's thumbnail is its waveform. */
function waveform(_facts: AudioFacts): RenditionPlan {
  const { width, height, ground, line } = WAVEFORM
  const graph = `[0:a:0]aformat=channel_layouts=mono,showwavespic=s=${width}x${height}:scale=sqrt:colors=${line}[v]`
  const frame = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-y', OUTPUT]
  const args = [...commonArgs, '-i', INPUT, '-filter_complex', graph, '-map', '[v]', ...frame]
  return thumbnail({ width, height }, [
    { tool: 'ffmpeg', args, ext: 'png' },
    { ...thumbnailStep, ground },
  ])
}

function thumbnail(size: RenditionPlan['size'], steps: RenditionPlan['steps']): RenditionPlan {
  return { purpose: 'thumbnail', mimeType: 'image/webp', ext: 'webp', seconds: null, size, steps }
}

const thumbnailStep: SharpStep = {
  tool: 'sharp',
  ext: 'webp',
  maxWidth: THUMBNAIL_SIDE,
  maxHeight: THUMBNAIL_SIDE,
  output: { format: 'webp', options: { quality: 80, alphaQuality: 90, effort: 2 } },
  ground: null,
  xmp: null,
}

/** Only local files are read, whatever the original refers to; progress goes to standard output. */
const commonArgs = [
  '-hide_banner',
  '-nostdin',
  '-v',
  'error',
  '-protocol_whitelist',
  'file',
  '-progress',
  'pipe:1',
]

function videoScreen(facts: VideoFacts): RenditionPlan {
  const size = evenly(inside(facts, VIDEO_MAX_SIDE))
  const { value: fps, perSecond } = constantRate(facts.frameRate)
  const gop = Math.round(perSecond * 2)
  const filters = [scale(size), 'setsar=1', `fps=${fps}`, 'format=yuv420p'].join(',')
  const rate = maxKilobits(size)
  return {
    purpose: 'screen',
    mimeType: 'video/mp4',
    ext: 'mp4',
    seconds: facts.seconds,
    size,
    steps: [
      {
        tool: 'ffmpeg',
        ext: 'mp4',
        args: [
          ...[...commonArgs, '-i', INPUT, '-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn'],
          ...keptMetadata(facts.aigc),
          ...['-vf', filters],
          ...[
            '-c:v',
            'libx264',
            '-preset',
            'veryfast',
            '-crf',
            '21',
            '-profile:v',
            'high',
            '-pix_fmt',
            'yuv420p',
          ],
          ...['-maxrate', `${rate}k`, '-bufsize', `${rate * 2}k`],
          ...['-g', `${gop}`, '-keyint_min', `${gop}`, '-sc_threshold', '0', '-x264-params', 'open-gop=0'],
          ...aacArgs,
          ...['-movflags', movflags(facts.aigc), '-f', 'mp4', '-y', OUTPUT],
        ],
      },
    ],
  }
}

function audioScreen(facts: AudioFacts): RenditionPlan {
  return {
    purpose: 'screen',
    mimeType: 'audio/mp4',
    ext: 'm4a',
    seconds: facts.seconds,
    size: null,
    steps: [
      {
        tool: 'ffmpeg',
        ext: 'm4a',
        args: [
          ...[...commonArgs, '-i', INPUT, '-map', '0:a:0', '-vn', '-sn', '-dn'],
          ...keptMetadata(facts.aigc),
          ...aacArgs,
          ...['-movflags', movflags(facts.aigc), '-f', 'mp4', '-y', OUTPUT],
        ],
      },
    ],
  }
}

const aacArgs = ['-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2']

/** Nothing of the camera, the place or the editor's machine leaves; the AI label must stay (GB 45438-2025). */
function keptMetadata(aigc: string | undefined) {
  return ['-map_metadata', '-1', '-map_chapters', '-1', ...(aigc ? ['-metadata', `AIGC=${aigc}`] : [])]
}

function movflags(aigc: string | undefined) {
  return aigc ? '+faststart+use_metadata_tags' : '+faststart'
}

function aigcXmp(label: string) {
  const value = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${value}"/></rdf:RDF></x:xmpmeta>`
}

/** The largest size within the square box that keeps the proportions and enlarges nothing. */
function inside({ width, height }: { width: number; height: number }, side: number) {
  const factor = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/** H.264 with 4:2:0 colour has no odd sizes. */
function evenly({ width, height }: { width: number; height: number }) {
  return { width: Math.max(2, width - (width % 2)), height: Math.max(2, height - (height % 2)) }
}

function scale({ width, height }: { width: number; height: number }) {
  return `scale=${width}:${height}:flags=lanczos`
}

/** The source's own rate where a display keeps it, half of a doubled one, else the next one up. */
function constantRate(frameRate: number): (typeof RATES)[number] {
  const wanted = frameRate > 31 ? frameRate / 2 : frameRate
  const same = RATES.find(({ perSecond }) => Math.abs(perSecond - wanted) < 0.01)
  return same ?? (wanted <= 25 ? RATES[2] : RATES[4])
}

/** About 0.15 bits a pixel at 30 frames a second: 9.3 Mbit/s for 1080p, which an old set-top box decodes. */
function maxKilobits({ width, height }: { width: number; height: number }) {
  return Math.max(400, Math.round((width * height * 30 * 0.15) / 1000))
}
