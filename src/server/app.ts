import express, { type Express, type RequestHandler } from 'express'
import { type MediaOptions, mediaRouter } from '../device/media'
import { nothingHere, problemHandler } from '../device/problems'
import { type DeviceOptions, deviceRouter } from '../device/router'
import { type StaffOptions, staffPairingRouter } from '../device/staff'
import type { Storage } from '../media/storage'
import { type MediaProgressOptions, mediaProgressRouter } from './routes/media-progress'
import { isNextPath, notFound } from './routes/not-found'
import { type OccurrencesOptions, occurrencesRouter } from './routes/occurrences'
import { playerRouter } from './routes/player'
import { playsRouter } from './routes/plays'
import { type PreviewOptions, previewRouter } from './routes/preview'
import { timelineRouter } from './routes/timeline'
import { uploadSpace } from './routes/upload-space'
import { type UploadsOptions, uploadsRouter } from './routes/uploads'
import { type WarningsOptions, warningsRouter } from './routes/warnings'

export type AppOptions = {
  device: DeviceOptions
  media: MediaOptions
  staff: StaffOptions
  preview: PreviewOptions & OccurrencesOptions
  warnings: WarningsOptions
  mediaProgress: MediaProgressOptions
  uploads: UploadsOptions
  storage: Pick<Storage, 'space'>
  /** Payload's REST API. */
  rest: RequestHandler
  /** Next: the admin pages. */
  pages: RequestHandler
  /** Pages made by who starts the server, by path. */
  extraPages: Readonly<Record<string, string>>
  /** Rejects where the database does not answer. */
  checkDatabase: () => Promise<void>
  trustProxy: number
  logError: (error: unknown) => void
}

/** On every answer: framed by our own pages alone, types as declared, no address of ours told to other sites. */
const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
}

/** All that the server answers, as an Express application: no listening, no clock. */
export function createApp(options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', options.trustProxy)

  app.use((_request, response, next) => {
    response.set(safeHeaders)
    next()
  })

  app.get('/healthz', async (_request, response) => {
    await options.checkDatabase()
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  app.use('/api/device/v1', deviceRouter(options.device))
  app.use('/media', mediaRouter(options.media), nothingHere)
  app.use('/player', playerRouter(options.preview), nothingHere)
  app.use('/api/device-pairings', staffPairingRouter(options.staff), nothingHere)
  app.use('/api/preview', previewRouter(options.preview), nothingHere)
  app.use('/api/plays', playsRouter(options.device.plays, options.staff.userOf), nothingHere)
  app.use('/api/timeline/occurrences', occurrencesRouter(options.preview), nothingHere)
  app.use('/api/timeline/warnings', warningsRouter(options.warnings), nothingHere)
  app.use('/api/timeline', timelineRouter(options.preview), nothingHere)
  app.use(['/api/media', '/api/uploads'], uploadSpace(options.storage))
  app.use('/api/uploads', uploadsRouter(options.uploads))
  app.use('/api/media-progress', mediaProgressRouter(options.mediaProgress), nothingHere)
  app.use('/api', options.rest)
  for (const [path, html] of Object.entries(options.extraPages)) {
    app.get(path, (_request, response) => {
      response.set('Cache-Control', 'no-store').type('html').send(html)
    })
  }
  app.get('/', (_request, response) => {
    response.redirect(302, '/admin')
  })
  app.use((request, response, next) =>
    (isNextPath(request.path) ? options.pages : notFound)(request, response, next),
  )
  app.use(problemHandler(options.logError))
  return app
}
