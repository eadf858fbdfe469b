import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { locateTools } from '../../src/media/tools'

const run = promisify(execFile)

/** A PNG of one colour. */
export function plainImage(background: string, width = 384, height = 256): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

/** An H.264 film without sound whose green stays at 120 while its red goes from 40 to 240 within its length. */
export function movingVideo(seconds: number, { width = 384, height = 256 } = {}): Promise<Buffer> {
  const red = `40+200*T/${seconds}`
  const source = `nullsrc=s=${width}x${height}:r=25:d=${seconds},geq=r='${red}':g=120:b=60`
  return rendered('mp4', ['-f', 'lavfi', '-i', source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '25'])
}

/** A tone in AAC. */
export function tone(seconds: number): Promise<Buffer> {
  return rendered('m4a', ['-f', 'lavfi', '-i', `sine=f=330:d=${seconds}`, '-c:a', 'aac'])
}

async function rendered(extension: string, args: string[]): Promise<Buffer> {
  const { PATH, FFMPEG_PATH, FFPROBE_PATH } = process.env
  const { ffmpeg } = locateTools({
    ffmpegPath: FFMPEG_PATH,
    ffprobePath: FFPROBE_PATH,
    searchPath: PATH,
    root: process.cwd(),
  })
  const folder = await mkdtemp(join(tmpdir(), 'xuanbo-player-media-'))
  try {
    const file = join(folder, `out.${extension}`)
    await run(ffmpeg, ['-v', 'error', ...args, '-movflags', '+faststart', file])
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
