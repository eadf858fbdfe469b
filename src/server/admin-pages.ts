import type { Server } from 'node:http'
import type { RequestHandler } from 'express'

export type AdminPages = {
  handler: RequestHandler
  /** Starts Next; requests that come earlier wait for it. */
  prepare(): void
  close(): Promise<void>
}

export type AdminPagesOptions = {
  dev: boolean
  /** Folder of package.json and of the build. */
  root: string
  httpServer: Server
  logError: (error: unknown) => void
}

/** Next, for the admin alone: it is loaded and started after displays are answered already, since they matter more. */
export function adminPages({ dev, root, httpServer, logError }: AdminPagesOptions): AdminPages {
  let started: ReturnType<typeof start> | null = null

  async function start() {
    const { default: next } = await import('next')
    const app = next({ dev, dir: root, httpServer })
    await app.prepare()
    return app
  }

  function prepared() {
    if (!started) {
      started = start()
      started.catch(logError)
    }
    return started
  }

  return {
    prepare: () => void prepared(),
    handler: async (request, response) => {
      const app = await prepared()
      await app.getRequestHandler()(request, response)
    },
    async close() {
      // One that could not start has been told of already.
      await started?.then(
        (app) => app.close(),
        () => undefined,
      )
    },
  }
}
