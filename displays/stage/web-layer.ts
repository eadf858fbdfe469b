import { PlayerError } from '../core/policy'
import { within } from '../env'
import { element, once } from './element'
import { type ContentOf, type Layer, type LayerContext, STILL } from './layer'

const TIMEOUT_MS = 10_000

/** Somebody else's page, in a frame that can neither reach the player nor leave it. */
export function webLayer(content: ContentOf<'web'>, context: LayerContext): Layer {
  const root = element('div', 'layer')
  const frame = element('iframe', 'fill', root)
  const url = content.url || 'about:blank'
  // A page of the player's own origin with both rights could take its own sandbox off.
  const foreign = new URL(url, location.href).origin !== location.origin
  frame.setAttribute('sandbox', foreign ? 'allow-scripts allow-same-origin' : 'allow-scripts')
  frame.setAttribute('scrolling', 'no')
  const loaded = once(frame, 'load')
  frame.src = url

  return {
    ...STILL,
    element: root,
    ready: within(context.env, TIMEOUT_MS, 'timeout', loaded).catch(() => {
      throw new PlayerError('page-timeout', url)
    }),
    stop() {
      frame.src = 'about:blank'
    },
  }
}
