import { guards } from './probe-guards'

/**
 * Only the file itself is read, as film or recording, whatever it refers to; progress goes to standard output. Empty packets
 * count as errors for ffmpeg, and some Oggs hold nine of them to each of sound: it gives up only where nearly all are.
 */
export const commonArgs = [
  '-hide_banner',
  '-nostdin',
  '-v',
  'error',
  '-max_error_rate',
  '0.95',
  ...guards,
  '-progress',
  'pipe:1',
]
