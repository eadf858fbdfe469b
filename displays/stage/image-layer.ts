import { PlayerError } from '../core/policy'
import { element, once } from './element'
import { type ContentOf, type Layer, type LayerContext, type OpenFile, STILL } from './layer'

/** A poster. */
export function imageLayer(content: ContentOf<'image'>, context: LayerContext): Layer {
  const root = element('div', 'layer')
  const image = element('img', 'fill', root)
  image.style.objectFit = content.fit
  let file: OpenFile | null = null
  let stopped = false

  async function load(): Promise<void> {
    const opened = await context.open(content.file || '')
    if (stopped) return opened.close()
    file = opened
    await decodeImage(image, opened.url)
  }

  return {
    ...STILL,
    element: root,
    ready: load(),
    stop() {
      stopped = true
      if (file) file.close()
    },
  }
}

/** Loads and decodes, so that the image is painted whole on its first frame. Rejects with `not-decodable`. */
export async function decodeImage(image: HTMLImageElement, url: string): Promise<void> {
  try {
    const loaded = once(image, 'load')
    image.src = url
    await loaded
    // Chromium 64 and later; before, images are decoded at their first paint.
    if (image.decode) await image.decode()
  } catch (error) {
    throw new PlayerError('not-decodable', `image: ${String(error)}`)
  }
}
