import type { AudioFacts } from './facts'
import { commonArgs } from './ffmpeg-args'
import { keptMetadata, movflags } from './labels'
import { officePicture, smallPicture, thumbnail } from './plan-picture'
import type { AudioSpec } from './spec'
import {
  type FfmpegStep,
  INPUT,
  LOUDNESS,
  type LoudnessStep,
  OUTPUT,
  type Purpose,
  type RenditionPlan,
} from './steps'

const WAVE = { ground: '#8c0b12', line: '0xFFE2A8' }
const WAVE_THUMBNAIL = { width: 480, height: 320 }
const WAVE_LONG = { width: 1200, height: 160 }

/** Two channels of 48 kHz in step with the pictures, in floating point so that mixing down does not clip. */
const SOUND = [
  'aresample=48000:async=1:first_pts=0',
  'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo',
].join(',')

export const aacArgs = ['-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2']
const mp3Args = ['-c:a', 'libmp3lame', '-b:a', '192k', '-ar', '48000', '-ac', '2']

/** The filters of a sound track; evened where a loudness is wanted. */
export function soundFilters(lufs: number | null): string {
  return lufs === null ? SOUND : `${SOUND},${LOUDNESS}`
}

/** The pass before: how loud what `input` names would be. */
export function loudnessSteps(lufs: number | null, input: string[]): LoudnessStep[] {
  if (lufs === null) return []
  const filters = `${soundFilters(lufs)},ebur128=peak=true:framelog=verbose`
  const args = [...commonArgs.map((arg) => (arg === 'error' ? 'info' : arg)), ...input]
  return [{ tool: 'loudness', lufs, args: [...args, '-map', '0:a:0', '-af', filters, '-f', 'null', '-'] }]
}

/** A song for screens with sound. */
export function planSong(spec: AudioSpec, facts: AudioFacts): RenditionPlan<null> {
  const { format, lufs, aigc } = spec
  const input = ['-i', INPUT]
  const mp4 = format === 'aac'
  const encode: FfmpegStep = {
    tool: 'ffmpeg',
    ext: mp4 ? 'm4a' : 'mp3',
    args: [
      ...[...commonArgs, ...input, '-map', '0:a:0', '-vn', '-sn', '-dn', ...keptMetadata(aigc)],
      ...['-af', soundFilters(lufs), ...(mp4 ? aacArgs : mp3Args)],
      ...(mp4 ? ['-movflags', movflags(aigc), '-f', 'mp4'] : ['-write_xing', '1', '-f', 'mp3']),
      ...['-y', OUTPUT],
    ],
  }
  return {
    purpose: null,
    mimeType: mp4 ? 'audio/mp4' : 'audio/mpeg',
    ext: encode.ext,
    seconds: facts.seconds,
    size: null,
    sound: true,
    steps: [...loudnessSteps(lufs, input), encode],
  }
}

/** What any screen plays until the exact one is there; as loud as it is. */
export function soundForAllScreens(facts: AudioFacts): RenditionPlan<'screen'> {
  const aigc = facts.aigc ?? null
  const plan = planSong({ kind: 'audio', recipe: 0, format: 'aac', lufs: null, aigc }, facts)
  return { ...plan, purpose: 'screen' }
}

/** A song's thumbnail is its waveform; the long one stands in its edit view. */
export function waveforms(facts: AudioFacts): RenditionPlan<Purpose>[] {
  const long = { purpose: 'waveform' as const, ...officePicture(WAVE_LONG), steps: wave(facts, WAVE_LONG) }
  return [thumbnail(WAVE_THUMBNAIL, wave(facts, WAVE_THUMBNAIL)), long]
}

function wave(facts: AudioFacts, size: { width: number; height: number }): RenditionPlan['steps'] {
  const graph = `[0:a:0]aformat=channel_layouts=mono,showwavespic=s=${size.width}x${size.height}:scale=sqrt:colors=${WAVE.line}[v]`
  const frame = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-y', OUTPUT]
  const args = [...commonArgs, '-i', INPUT, '-filter_complex', graph, '-map', '[v]', ...frame]
  return [{ tool: 'ffmpeg', args, ext: 'png' }, smallPicture(size, facts, WAVE.ground)]
}
