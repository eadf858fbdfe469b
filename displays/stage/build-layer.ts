import type { Manifest } from '../../src/manifest/manifest'
import type { Slot } from '../core/position'
import { offLayer, standbyLayer } from './card-layer'
import { imageLayer } from './image-layer'
import type { ContentOf, Layer, LayerContext } from './layer'
import { songLayer } from './song-layer'
import { textLayer } from './text-layer'
import { videoLayer } from './video-layer'
import { webLayer } from './web-layer'

/** The layer of a slot, `position` ms into its item. */
export function buildLayer(
  manifest: Manifest | null,
  slot: Slot,
  position: number,
  context: LayerContext,
  card: { name(): string; now(): number },
): Layer {
  if (slot.kind === 'off') return offLayer()
  const content = slot.kind === 'item' && manifest ? manifest.contents[slot.content] : undefined
  if (!content) return standbyLayer(context.size, { ...card, monotonic: context.env.monotonic })
  try {
    return contentLayer(content, position, context)
  } catch (error) {
    // A browser that lacks something says so here; the director leaves the item out as it would a damaged one.
    return { ...offLayer(), ready: Promise.reject(error) }
  }
}

function contentLayer(content: Manifest['contents'][string], position: number, context: LayerContext): Layer {
  switch (content.kind) {
    case 'image':
      return imageLayer(content as ContentOf<'image'>, context)
    case 'video':
      return videoLayer(content as ContentOf<'video'>, context, position)
    case 'audio':
      return songLayer(content as ContentOf<'audio'>, context, position)
    case 'text':
      return textLayer(content as ContentOf<'text'>, context)
    case 'web':
      return webLayer(content as ContentOf<'web'>, context)
  }
}
