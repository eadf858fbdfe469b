import type { Server } from 'node:http'
import type { RequestHandler } from 'express'
import next from 'next'

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

/** Next, for the admin alone: it starts after displays are answered already, since they matter more. */
export function adminPages({ dev, root, httpServer, logError }: AdminPagesOptions): AdminPages {
  const app = next({ dev, dir: root, httpServer })
  let ready: Promise<void> | null = null
  const prepare = () => {
    ready ??= app.prepare()
    ready.catch(logError)
  }
  return {
    prepare,
    handler: async (request, response) => {
      prepare()
      await ready
      await app.getRequestHandler()(request, response)
    },
    close: () => app.close(),
  }
}
