import { createClock } from './core/clock'
import { browserEnv } from './env'
import { deviceFacts } from './facts'
import { linkOf, parseLink } from './link'
import { pair } from './net/pairing'
import { createRequest } from './net/request'
import { runPaired } from './paired'
import { runPreview } from './preview'
import { openDatabase } from './store/database'
import { createMemory, type Identity, type MemoryStore } from './store/memory'
import { pairingCard } from './ui/pairing-card'
import { words } from './words'

const env = browserEnv()
/** A player that could not start tries again after this, in ms. */
const RESTART_MS = 30_000

async function start(): Promise<void> {
  const preview = document.documentElement.getAttribute('data-preview')
  if (preview) {
    const clock = createClock({ ...env, memory: null })
    return runPreview({ env, clock, request: createRequest(env, clock), url: preview })
  }
  const link = parseLink(location.hash)
  const display = link.pair ? link.pair.display : link.display
  const name = display ? `xuanbo:${display}` : 'xuanbo'
  if (link.reset) {
    indexedDB.deleteDatabase(name)
    history.replaceState(null, '', display ? linkOf(display, link.mode) : location.pathname)
  }
  const database = await openDatabase(name)
  const memory = createMemory(database)
  if (link.pair) {
    const known = await memory.get('identity')
    await memory.set('identity', { name: known ? known.name : '', ...link.pair })
    history.replaceState(null, '', linkOf(link.pair.display, link.mode))
  }
  const clock = createClock({ ...env, memory: await memory.get('clock') })
  const request = createRequest(env, clock)
  const identity = (await memory.get('identity')) || (await becomeSomebody(memory, request))
  askToKeep()
  startOffline()
  await runPaired({ env, clock, request, database, memory, identity, mode: link.mode })
}

/** Shows a code until an operator makes this browser a display. */
async function becomeSomebody(
  memory: MemoryStore,
  request: ReturnType<typeof createRequest>,
): Promise<Identity> {
  const card = pairingCard(document.body)
  const paired = await pair({
    env,
    request,
    facts: deviceFacts(),
    accepts: () => true,
    show: card.show,
    failed(code, detail) {
      console.warn(code, detail)
      card.trouble(words.noServer)
    },
    stopped: () => false,
  })
  if (!paired) throw new Error('pairing ended')
  const identity = { ...paired, name: '' }
  await memory.set('identity', identity)
  card.remove()
  return identity
}

/** Asks the browser not to throw the files away when its disk runs short. */
function askToKeep() {
  if (navigator.storage?.persist) navigator.storage.persist().catch(() => undefined)
}

/** Lets this page be loaded without the server: on https and localhost only, by the browsers' rules. */
function startOffline() {
  if (!navigator.serviceWorker) return
  navigator.serviceWorker.register('/player/sw.js', { scope: '/player' }).catch((error: unknown) => {
    console.warn('no offline start', error)
  })
}

// Another link typed over this one loads no page by itself.
window.addEventListener('hashchange', () => location.reload())
start().catch((error: unknown) => {
  // A browser without storage, or one that is out of it: say so rather than stay black, and try again.
  console.error(error)
  const card = pairingCard(document.body)
  card.trouble(words.noStorage)
  env.setTimer(() => location.reload(), RESTART_MS)
})
