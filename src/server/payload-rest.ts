import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'

/**
 * Payload's REST API without Next in between: faster, and it keeps Content-Length. It must come before any body parser.
 */
export function payloadRest(config: Promise<SanitizedConfig> | SanitizedConfig): RequestHandler {
  return async (request, response) => {
    const { webRequest, gone } = asWebRequest(request, response)
    await answerWith(await handleEndpoints({ config, request: webRequest }), response, gone)
  }
}

/** What came in, as a web request: its body streams, and `gone` aborts where the client leaves before the answer. */
export function asWebRequest(
  request: ExpressRequest,
  response: ExpressResponse,
): { webRequest: Request; gone: AbortSignal } {
  const gone = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  const url = `${request.protocol}://${request.get('host') ?? 'localhost'}${request.originalUrl}`
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const webRequest = new Request(url, {
    method: request.method,
    headers: headersOf(request),
    signal: gone.signal,
    ...(hasBody ? { body: bodyOf(request), duplex: 'half' } : {}),
  })
  return { webRequest, gone: gone.signal }
}

/** Sends a web response, streaming. */
export async function answerWith(answer: Response, response: ExpressResponse, gone: AbortSignal) {
  response.status(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  if (answer.body === null) response.end()
  else await send(answer.body as ReadableStream, response, gone)
}

/** The headers as received, repeated ones kept apart. */
export function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.append(String(request.rawHeaders[index]), String(request.rawHeaders[index + 1]))
  }
  return headers
}

/**
 * The body as a web stream that asks for each piece. Node's own `Readable.toWeb` throws outside of anybody's reach where its reader
 * stops early, as it does at a file over the limit.
 */
function bodyOf(request: IncomingMessage): BodyInit {
  const pieces = request.iterator({ destroyOnReturn: false })
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  return stream as unknown as BodyInit
}

/** A reader that goes away in the middle is no fault of ours. */
async function send(body: ReadableStream, response: NodeJS.WritableStream, gone: AbortSignal) {
  try {
    await pipeline(Readable.fromWeb(body), response)
  } catch (error) {
    if (!gone.aborted) throw error
  }
}
