/**
 * Lets the page start with no server, where browsers allow service workers (https, localhost). The player's own few files are
 * kept as one set of one version, fetched whole; the fonts as they are used. Content is none of its business: that is in IndexedDB.
 */
declare const self: ServiceWorkerGlobalScope
declare const PLAYER_BUILD: string

export {}

const CACHE = `xuanbo-player-${PLAYER_BUILD}`
const FONTS = 'xuanbo-fonts'
const PAGE = '/player'
const OWN = [PAGE, '/player/player.js', '/player/player.css', '/player/fonts.css']

self.addEventListener('install', (event) => {
  const fresh = OWN.map((url) => new Request(url, { cache: 'reload' }))
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(fresh))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const outdated = (name: string) => name.indexOf('xuanbo-player-') === 0 && name !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.indexOf('/player/fonts/') === 0) event.respondWith(keptFirst(event.request))
  else if (OWN.indexOf(pathname) >= 0) event.respondWith(serverFirst(event.request, pathname))
})

/** Fonts never change under their name. */
async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(FONTS)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

/** The server's, so that an update takes one reload; the kept one where it does not answer in time. */
async function serverFirst(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(pathname)
  if (!kept) return fetch(request)
  const slow = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept.clone()), 3000)
  })
  const answer = fetch(request).then(
    (response) => (response.ok ? response : kept.clone()),
    () => kept.clone(),
  )
  return Promise.race([answer, slow])
}
