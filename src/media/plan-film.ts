import type { VideoFacts } from './facts'
import { commonArgs } from './ffmpeg-args'
import { keptMetadata, movflags } from './labels'
import { officePicture, smallPicture, thumbnail } from './plan-picture'
import { aacArgs, loudnessSteps, soundFilters } from './plan-sound'
import { even, fittedVideo, inside, rateFor, type Size } from './shape'
import type { VideoSpec } from './spec'
import { type FfmpegStep, INPUT, OUTPUT, type RenditionPlan } from './steps'

const MAX_SIDE = 1920
const THUMBNAIL = { width: 480, height: 480 }
const POSTER = { width: 1280, height: 1280 }
const STRIP = { frames: 10, width: 200, height: 200 }
/** Of the film's length: its pictures may end before its sound, and the last frame of the strip is not to be empty. */
const STRIP_SPAN = 0.95
/** The first stream of moving pictures: `V` leaves out a cover that is kept as a stream. */
const PICTURES = '0:V:0'
const GOP_SECONDS = 2
/** Longer films are looked at by their key frames only: a two-hour film in seconds. */
const KEY_FRAMES_FROM_SECONDS = 120
/** Among so many frames FFmpeg chooses the one that stands best for them: no flash, no fade. */
const CANDIDATES = 50

/** High dynamic range is brought to that of screens by Hable's curve. */
const tonemap = {
  withZscale: [
    'zscale=t=linear:npl=100',
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ],
  /** Without zimg only the matrix is right: paler, but not green. */
  without: ['eq=contrast=1.1:saturation=1.4'],
}

/** A film for screens of a size. */
export function planFilm(spec: VideoSpec, facts: VideoFacts): RenditionPlan<null> {
  const { trim, sound, lufs } = spec
  const input = trim
    ? ['-ss', `${trim.from}`, '-t', seconds(trim.to - trim.from), '-i', INPUT]
    : ['-i', INPUT]
  const measure = sound ? loudnessSteps(lufs, input) : []
  return { purpose: null, ...filmOf(spec, facts), steps: [...measure, encode(spec, facts, input)] }
}

/** What any screen plays until the exact one is there. */
export function filmForAllScreens(facts: VideoFacts): RenditionPlan<'screen'> {
  const size = even(inside(facts, { width: MAX_SIDE, height: MAX_SIDE }))
  const sound = facts.audioCodec !== null
  const spec: VideoSpec = {
    ...{ kind: 'video', recipe: 0, ...size, fit: 'contain', format: 'h264', profile: 'high', framed: false },
    ...{ frameRate: rateFor(facts.frameRate).value, trim: null, sound, lufs: null, aigc: facts.aigc ?? null },
  }
  return { ...planFilm(spec, facts), purpose: 'screen' }
}

export function thumbnailOfFilm(facts: VideoFacts): RenditionPlan<'thumbnail'> {
  return thumbnail(inside(facts, THUMBNAIL), goodFrame(facts, THUMBNAIL))
}

/** A frame that stands for the film, large. */
export function posterOf(facts: VideoFacts): RenditionPlan<'poster'> {
  return { purpose: 'poster', ...officePicture(inside(facts, POSTER)), steps: goodFrame(facts, POSTER) }
}

/** Ten frames side by side, evenly spread: what a pointer moves through in the lists. */
export function stripOf(facts: VideoFacts): RenditionPlan<'strip'> {
  const one = even(inside(facts, STRIP))
  const sheet = { width: one.width * STRIP.frames, height: one.height }
  const skip = facts.seconds > KEY_FRAMES_FROM_SECONDS ? ['-skip_frame', 'nokey'] : []
  const filters = [
    `fps=${STRIP.frames}/${seconds(facts.seconds * STRIP_SPAN)}`,
    scale(one),
    'setsar=1',
    `tile=${STRIP.frames}x1`,
  ]
  const args = [
    ...commonArgs,
    ...skip,
    '-i',
    INPUT,
    '-map',
    PICTURES,
    '-an',
    '-vf',
    filters.join(','),
    ...oneFrame,
  ]
  return {
    purpose: 'strip',
    ...officePicture(sheet),
    steps: [{ tool: 'ffmpeg', args, ext: 'png' }, smallPicture(sheet, facts)],
  }
}

const oneFrame = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-y', OUTPUT]

/** After the black head, a third into the film or ten seconds, whichever comes first. */
function goodFrame(facts: VideoFacts, box: Size): RenditionPlan['steps'] {
  const { blackHead = 0, blackTail = 0 } = facts.analysis ?? {}
  const film = Math.max(0, facts.seconds - blackHead - blackTail)
  const at = seconds(blackHead + Math.min(film / 3, 10))
  const filters = [scale(inside(facts, box)), 'setsar=1', `thumbnail=n=${CANDIDATES}`].join(',')
  const args = [...commonArgs, '-ss', at, '-i', INPUT, '-map', PICTURES, '-an', '-vf', filters, ...oneFrame]
  return [{ tool: 'ffmpeg', args, ext: 'png' }, smallPicture(box, facts)]
}

function filmOf(spec: VideoSpec, facts: VideoFacts) {
  const { width, height, trim, sound } = spec
  const length = trim ? Math.round((trim.to - trim.from) * 1000) / 1000 : facts.seconds
  return { mimeType: 'video/mp4', ext: 'mp4', seconds: length, size: { width, height }, sound }
}

function encode(spec: VideoSpec, facts: VideoFacts, input: string[]): FfmpegStep {
  const { profile, frameRate, sound, lufs, aigc } = spec
  const rate = maxKilobits(spec)
  const gop = Math.round(perSecond(frameRate) * GOP_SECONDS)
  const tracks = sound ? ['-map', PICTURES, '-map', '0:a:0?'] : ['-map', PICTURES, '-an']
  const args = (filters: string[]) => [
    ...[...commonArgs, ...input, ...tracks, '-sn', '-dn', ...keptMetadata(aigc)],
    ...['-vf', filters.join(',')],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-profile:v', profile, '-pix_fmt', 'yuv420p'],
    ...['-maxrate', `${rate}k`, '-bufsize', `${rate * 2}k`],
    ...['-g', `${gop}`, '-keyint_min', `${gop}`, '-sc_threshold', '0', '-x264-params', 'open-gop=0'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...(sound ? ['-af', soundFilters(lufs), ...aacArgs] : []),
    ...['-movflags', movflags(aigc), '-f', 'mp4', '-y', OUTPUT],
  ]
  if (!facts.colour?.hdr) return { tool: 'ffmpeg', ext: 'mp4', args: args(picture(spec, facts, [])) }
  return {
    tool: 'ffmpeg',
    ext: 'mp4',
    args: args(picture(spec, facts, tonemap.withZscale)),
    argsWithoutZscale: args(picture(spec, facts, tonemap.without)),
  }
}

/** Interlaced pictures become whole ones at a constant rate, then come size and colours. */
function picture(spec: VideoSpec, facts: VideoFacts, tones: string[]): string[] {
  const box = { width: spec.width, height: spec.height }
  const { placed, around } = place(spec, facts, box)
  return [
    'yadif=deint=interlaced',
    `fps=${spec.frameRate}`,
    `${scale(placed)}${tones.length === 0 ? ':out_color_matrix=bt709:out_range=tv' : ''}`,
    ...tones,
    'format=yuv420p',
    ...around,
    'setsar=1',
  ]
}

function place(spec: VideoSpec, facts: VideoFacts, box: Size): { placed: Size; around: string[] } {
  if (spec.framed) {
    const placed = fittedVideo(facts, box, 'contain')
    return { placed, around: [`pad=${box.width}:${box.height}:(ow-iw)/2:(oh-ih)/2`] }
  }
  if (spec.fit === 'contain') return { placed: box, around: [] }
  const factor = Math.max(box.width / facts.width, box.height / facts.height)
  const placed = {
    width: Math.max(box.width, Math.round(facts.width * factor)),
    height: Math.max(box.height, Math.round(facts.height * factor)),
  }
  return { placed, around: [`crop=${box.width}:${box.height}`] }
}

function scale({ width, height }: Size) {
  return `scale=${width}:${height}:flags=lanczos`
}

function perSecond(fraction: string) {
  const [over = 0, under = 1] = fraction.split('/').map(Number)
  return over / under
}

/** About 0.15 bits a pixel at 30 frames a second: 9.3 Mbit/s for 1080p, which an old set-top box decodes. */
function maxKilobits({ width, height }: Size) {
  return Math.max(400, Math.round((width * height * 30 * 0.15) / 1000))
}

function seconds(value: number) {
  return value.toFixed(3)
}
