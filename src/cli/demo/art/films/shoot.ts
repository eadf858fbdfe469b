import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { runTool } from '../../../../media/run'
import { type Film, filmArgs, type Layer, secondsOf } from './film'

const TIMEOUT_MS = 180_000

export type ShootOptions = { film: Film; sound: Buffer; dir: string; name: string; ffmpeg: string }

/** Makes a film as `<dir>/<name>`, and returns that path. */
export async function shoot({ film, sound, dir, name, ffmpeg }: ShootOptions): Promise<string> {
  const pictures: string[] = []
  const keep = async (png: Buffer) => {
    const path = join(dir, `${name}-${pictures.length}.png`)
    pictures.push(path)
    await writeFile(path, png)
  }
  const scenes: Film['scenes'] = []
  for (const { ground, layers, ...scene } of film.scenes) {
    await keep(await draw(ground.svg).toBuffer())
    const placed: Layer[] = []
    for (const layer of layers) placed.push(await cut(layer, keep))
    scenes.push({ ...scene, ground, layers: placed })
  }
  const [track, path] = [join(dir, `${name}.wav`), join(dir, name)]
  await writeFile(track, sound)
  const timeoutMs = TIMEOUT_MS + secondsOf(film) * 1000
  await runTool({ program: ffmpeg, args: filmArgs({ ...film, scenes }, pictures, track, path), timeoutMs })
  return path
}

/** Draws a layer without its empty margins: what is transparent costs as much time in each frame as what shows. */
async function cut(layer: Layer, keep: (png: Buffer) => Promise<void>): Promise<Layer> {
  if (layer.turns) {
    await keep(await draw(layer.svg).toBuffer())
    return layer
  }
  const { data, info } = await draw(layer.svg).trim({ threshold: 0 }).toBuffer({ resolveWithObject: true })
  await keep(data)
  return { ...layer, x: layer.x - (info.trimOffsetLeft ?? 0), y: layer.y - (info.trimOffsetTop ?? 0) }
}

function draw(svg: string) {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 1 })
}
