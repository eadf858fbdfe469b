import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { MediaFault } from './faults'

/** Paths of the two programs. */
export type Tools = { ffmpeg: string; ffprobe: string }

export type ToolPlaces = {
  ffmpegPath?: string | undefined
  ffprobePath?: string | undefined
  searchPath?: string | undefined
  root: string
}

/**
 * Finds FFmpeg: the configured paths, then `searchPath` (a PATH), then the npm packages under `root`, whose post-install step
 * may not have run: they are made executable here. Throws `media-tool-missing`.
 */
export function locateTools({ ffmpegPath, ffprobePath, searchPath, root }: ToolPlaces): Tools {
  return {
    ffmpeg: ffmpegPath ?? onPath('ffmpeg', searchPath) ?? packaged('ffmpeg', root),
    ffprobe: ffprobePath ?? onPath('ffprobe', searchPath) ?? packaged('ffprobe', root),
  }
}

function onPath(name: string, searchPath = '') {
  const program = process.platform === 'win32' ? `${name}.exe` : name
  const candidates = searchPath.split(delimiter).filter(Boolean)
  return candidates.map((folder) => join(folder, program)).find(isExecutable)
}

/** Resolved from `root` and not by a static import: a bundler would rewrite it. */
function packaged(name: 'ffmpeg' | 'ffprobe', root: string) {
  const pkg = `@${name}-installer/${process.platform}-${process.arch}/package.json`
  try {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve(pkg))
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name)
    if (!isExecutable(path)) chmodSync(path, 0o755)
    return path
  } catch (cause) {
    throw new MediaFault('media-tool-missing', { detail: name, cause })
  }
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
