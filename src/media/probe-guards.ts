import { streamFormats } from './types'

/**
 * Options before an original's `-i`, for ffprobe and ffmpeg: only this file is read, and only as a film or a recording, so that no
 * playlist, script or reference inside it makes the server fetch or show anything else.
 */
export const guards: readonly string[] = ['-protocol_whitelist', 'file', '-format_whitelist', streamFormats]
