import { runTool } from '../../src/media/run'
import { tools } from './media'

/** Bursts of a voice's band at the pace of syllables, with pauses between the sentences. */
const speech = (seconds: number) =>
  `anoisesrc=c=pink:r=48000:d=${seconds}:seed=7,bandpass=f=700:w=900,tremolo=f=4.5:d=0.9,volume='if(lt(mod(t,2.5),1.8),30,0)':eval=frame`
/** A melody over a beat that peaks far above it. */
const song = (seconds: number) =>
  `aevalsrc='0.05*sin(2*PI*(220+110*floor(mod(t*2,4)))*t)+0.03*sin(2*PI*110*t)+0.7*sin(2*PI*60*t)*exp(-60*mod(t,0.5))':s=44100:d=${seconds}`
const tone = (seconds: number) => `sine=frequency=1000:sample_rate=48000:duration=${seconds}`
const silence = (seconds: number) => `aevalsrc=0:s=48000:d=${seconds}`

/** Sounds by FFmpeg's own generators, as its lavfi takes them. */
export const sounds = { speech, song, tone, silence }

/** Writes a sound to `path`; `gain` in dB. */
export async function aSound(path: string, source: string, { gain = 0, codec = 'pcm_s16le' } = {}) {
  const input = ['-f', 'lavfi', '-i', `${source},volume=${gain}dB`]
  await ffmpeg([...input, '-c:a', codec, '-y', path])
  return path
}

export function ffmpeg(args: string[]): Promise<string> {
  return runTool({ program: tools().ffmpeg, args: ['-v', 'error', ...args], timeoutMs: 60_000 })
}

/** An independent measurement: ebur128 over the finished file, in a run of its own. */
export async function heard(path: string): Promise<{ lufs: number; truePeak: number }> {
  let words = ''
  await runTool({
    program: tools().ffmpeg,
    args: ['-nostats', '-i', path, '-map', '0:a:0', '-af', 'ebur128=peak=true', '-f', 'null', '-'],
    timeoutMs: 60_000,
    onLastWords: (last) => {
      words = last
    },
  })
  const summary = words.slice(words.lastIndexOf('Summary'))
  const number = (pattern: RegExp) => Number(pattern.exec(summary)?.[1])
  return { lufs: number(/I:\s+(-?[\d.]+) LUFS/), truePeak: number(/Peak:\s+(\S+) dBFS/) }
}
