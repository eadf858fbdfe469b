import { join } from 'node:path'
import express, { Router } from 'express'
import type { Storage } from '../../media/storage'

export type PlayerOptions = { playerDir: string; storage: Pick<Storage, 'links'> }

/**
 * Headers of the player's page: it loads nothing from elsewhere but the web pages that are contents, in frames, and media files from
 * `mediaOrigin`, where displays are sent there.
 */
export function playerPagePolicy(mediaOrigin: string | null = null) {
  const policy = [
    "default-src 'self'",
    ...(mediaOrigin ? [`connect-src 'self' ${mediaOrigin}`] : []),
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    'frame-src http: https:',
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
  ]
  return { 'Content-Security-Policy': policy.join('; '), 'Referrer-Policy': 'no-referrer' }
}

const dayMs = 24 * 3_600_000

/** `/player` and the files below it, as built from displays/. */
export function playerRouter({ playerDir, storage }: PlayerOptions): Router {
  const router = Router()
  router.get('/', async (_request, response) => {
    const policy = playerPagePolicy(storage.links && (await storage.links.origin()))
    response.set({ ...policy, 'Cache-Control': 'no-cache' }).sendFile(join(playerDir, 'index.html'))
  })
  router.use('/fonts', express.static(join(playerDir, 'fonts'), { maxAge: 365 * dayMs, immutable: true }))
  router.use(
    express.static(playerDir, {
      index: false,
      setHeaders: (response) => {
        response.setHeader('Cache-Control', 'no-cache')
        response.setHeader('Service-Worker-Allowed', '/player')
      },
    }),
  )
  return router
}
