import { guards } from './probe-guards'
import { runTool } from './run'

/** What the packets of a file tell, whatever its head says. */
export type Packets = {
  /** From the start of the first packet to the end of the last, in seconds; 0 where there are none. */
  seconds: number
  /** Pictures a second on average, and whether they follow each other evenly; null with fewer than three. */
  pictures: { frameRate: number; constantRate: boolean } | null
}

/** Five hours of pictures say how evenly they follow each other. */
const MAX_TIMED = 500_000
/** Clocks of a millisecond round each step; a picture is only late where it is late by more than a tenth of its time. */
const ROUNDING_MS = 1.1
const LATE = 0.1
/** A dropped picture here and there makes no variable rate. */
const FEW = 0.01

/**
 * Reads all packets of some streams, without decoding them. `video` and `streams` are ffprobe's stream indexes. Throws
 * MediaFault as `runTool` does.
 */
export async function readPackets(input: {
  path: string
  ffprobe: string
  streams: number[]
  video: number | null
  timeoutMs: number
}): Promise<Packets> {
  const wanted = new Set(input.streams)
  const shown: number[] = []
  const decoded: number[] = []
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

  await runTool({
    program: input.ffprobe,
    args: [
      ...['-v', 'error', ...guards],
      ...['-show_entries', 'packet=stream_index,pts_time,dts_time,duration_time', '-of', 'csv=p=0'],
      ...['-i', `file:${input.path}`],
    ],
    timeoutMs: input.timeoutMs,
    onLine(line) {
      const [stream, pts, dts, duration] = line.split(',').map(Number)
      const at = Number.isFinite(pts) ? pts : dts
      if (stream === undefined || at === undefined || !wanted.has(stream) || !Number.isFinite(at)) return
      first = Math.min(first, at)
      last = Math.max(last, at + (duration && duration > 0 ? duration : 0))
      if (stream !== input.video || shown.length === MAX_TIMED) return
      shown.push(pts ?? Number.NaN)
      decoded.push(dts ?? Number.NaN)
    },
  })
  const seconds = last > first ? last - Math.max(0, first) : 0
  return { seconds, pictures: rateOf(shown) ?? rateOf(decoded) }
}

/** MPEG and Ogg stamp a picture now and then only: of them nothing is known. */
function rateOf(times: number[]): Packets['pictures'] {
  if (times.length < 3 || times.some(Number.isNaN)) return null
  const sorted = Float64Array.from(times).sort()
  const steps = sorted.subarray(1).map((time, index) => time - (sorted[index] ?? 0))
  const usual = Float64Array.from(steps).sort()[Math.floor(steps.length / 2)] ?? 0
  const allowed = usual * LATE + ROUNDING_MS / 1000
  const uneven = steps.reduce((sum, step) => sum + (Math.abs(step - usual) > allowed ? 1 : 0), 0)
  const span = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  if (span <= 0) return null
  return { frameRate: (times.length - 1) / span, constantRate: uneven <= steps.length * FEW }
}
