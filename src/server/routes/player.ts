import { join } from 'node:path'
import express, { Router } from 'express'

/** The player loads nothing from elsewhere but the web pages that are contents, in frames. */
export const playerPagePolicy = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    'frame-src http: https:',
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
}

const dayMs = 24 * 3_600_000

/** `/player` and the files below it, as built from displays/. */
export function playerRouter(playerDir: string): Router {
  const router = Router()
  router.get('/', (_request, response) => {
    response.set({ ...playerPagePolicy, 'Cache-Control': 'no-cache' }).sendFile(join(playerDir, 'index.html'))
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
