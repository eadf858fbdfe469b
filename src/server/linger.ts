import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long a client may go on sending what was refused already. */
const lingerMs = 30_000

/**
 * Where an answer is given before the body was read (a file over the limit, say), reads on and throws away for a while: a client
 * whose connection is cut while it sends never sees the answer. Then the connection is closed.
 */
export function lingerAfter(request: IncomingMessage, response: ServerResponse): void {
  response.on('finish', () => {
    if (request.complete) return
    const timer = setTimeout(() => request.destroy(), lingerMs).unref()
    request.once('close', () => clearTimeout(timer))
    request.resume()
  })
}
