import type { IncomingMessage } from 'node:http'
import { type Request, type Response, Router } from 'express'
import type { PayloadRequest } from 'payload'
import { answerWith, asWebRequest } from '../payload-rest'
import { bodyOf, ownerOf, type UploadDesk } from '../uploads/desk'
import { faultOfStatus, problemOf, UploadFault, type UploadProblem } from '../uploads/faults'

export type UploadsOptions = {
  desk: UploadDesk
  maxBytes: number
  /** The request as Payload sees it: who is signed in, and in what language they are answered. */
  staffRequestOf: (request: IncomingMessage) => Promise<PayloadRequest>
  logError: (error: unknown) => void
}

/** Ids are given by us. */
const idPattern = /^\/([0-9a-f]{32})\/?$/

/**
 * Resumable uploads of media by tus 1.0 (https://tus.io/protocols/resumable-upload), for who may create media:
 * `POST /` with `Upload-Length` and `Upload-Metadata` (`filename`; `alt` and `folder` if wanted), `HEAD`, `PATCH` and `DELETE /<id>`.
 * The last PATCH answers `{ doc, duplicate, message }`, or a problem (RFC 9457) and the file is gone. Whose last answer was lost gets it
 * by `GET /<id>`. The body must not have been touched by a parser.
 */
export function uploadsRouter(options: UploadsOptions): Router {
  const router = Router()
  router.use(async (request, response) => {
    response.set({
      'Cache-Control': 'no-store',
      'Tus-Resumable': '1.0.0',
      'Tus-Max-Size': String(options.maxBytes),
    })
    const req = await options.staffRequestOf(request)
    try {
      await handle(request, response, req, options)
    } catch (error) {
      const problem = problemOf(error, req.i18n)
      if (problem.status >= 500) options.logError(error)
      sendProblem(response, problem)
    }
  })
  return router
}

async function handle(request: Request, response: Response, req: PayloadRequest, options: UploadsOptions) {
  const { desk } = options
  if (request.method === 'OPTIONS') return pass(request, response, req, options)
  await expectUploader(req)

  const id = idPattern.exec(request.path)?.[1]
  if (request.method === 'POST' && request.path === '/') return pass(request, response, req, options)
  const upload = id ? await desk.look(id) : null
  if (!id || upload?.owner !== ownerOf(req)) throw new UploadFault('upload-unknown')

  if (request.method === 'GET') {
    const outcome = await desk.finish(id, req)
    if (!outcome) throw new UploadFault('upload-unfinished')
    if (!outcome.ok) return sendProblem(response, outcome.problem)
    return void response.json(bodyOf(outcome))
  }
  if (upload.isDone && request.method === 'HEAD') {
    const whole = String(upload.bytes)
    return void response.set({ 'Upload-Offset': whole, 'Upload-Length': whole }).end()
  }
  if (upload.isDone && request.method === 'DELETE') {
    desk.forget(id)
    return void response.status(204).end()
  }
  return pass(request, response, req, options)
}

/** Signed in, by Payload's own check of cookie and origin, and allowed to create media. */
async function expectUploader(req: PayloadRequest) {
  if (!req.user) throw new UploadFault('signed-out')
  if (!(await req.payload.collections.media.config.access.create({ req }))) throw new UploadFault('forbidden')
}

/** Hands the request to the tus server; its refusals become problems with words. */
async function pass(request: Request, response: Response, req: PayloadRequest, options: UploadsOptions) {
  const { webRequest, gone } = asWebRequest(request, response)
  // Addresses are relative here, and what proxies add need not be what tus allows.
  for (const name of ['forwarded', 'x-forwarded-host', 'x-forwarded-proto']) webRequest.headers.delete(name)
  options.desk.introduce(webRequest, req)
  const answer = await options.desk.tus.handleWeb(webRequest)
  const isTold = answer.headers.get('content-type')?.includes('json')
  if (answer.status < 400 || isTold) return answerWith(answer, response, gone)
  const told = await answer.text()
  if (answer.status >= 500) options.logError(new Error(`upload: ${told}`))
  sendProblem(response, { ...problemOf(faultOfStatus(answer.status), req.i18n), status: answer.status })
}

function sendProblem(response: Response, problem: UploadProblem) {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
