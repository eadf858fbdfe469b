import { element } from './element'
import type { ContentOf, Layer, LayerContext, OpenFile } from './layer'
import { syncMedia } from './media-sync'

/** A film, from `position` ms into it; its last frame is held where it is shorter than its time. */
export function videoLayer(content: ContentOf<'video'>, context: LayerContext, position: number): Layer {
  const root = element('div', 'layer')
  const video = element('video', 'fill', root)
  video.style.objectFit = content.fit
  video.setAttribute('playsinline', '')
  video.setAttribute('disableremoteplayback', '')
  const sync = syncMedia(video, content.volume, context)
  let file: OpenFile | null = null
  let stopped = false

  async function load(): Promise<void> {
    const opened = await context.open(content.file || '')
    if (stopped) return opened.close()
    file = opened
    await sync.prepare(opened.url, position)
  }

  return {
    element: root,
    ready: load(),
    start: sync.start,
    frame: sync.frame,
    mute: sync.mute,
    stop() {
      stopped = true
      sync.stop()
      if (file) file.close()
    },
  }
}
