import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type TestServer = {
  url: string
  pid: number
  /** SIGKILL: as if the power had gone. */
  kill(): Promise<void>
  /** SIGTERM: resolves with the exit code. */
  stop(): Promise<number | null>
}

export type TestSite = {
  folder: string
  /** Starts the built server on the site's own port and folders; again after it was stopped. */
  start(environment?: Record<string, string>): Promise<TestServer>
  /** Kills what runs and removes the folders. */
  remove(): Promise<void>
}

/** The PAYLOAD_SECRET of every site. */
export const siteSecret = 'a secret for tests, 32 characters and more'

/** A site of its own for a test: port, database and media in a temporary folder. Needs the build (`node src/cli/build.mjs`). */
export async function aSite(): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'xuanbo-test-'))
  const port = await freePort()
  const database = databaseOf(port)
  const running = new Set<ChildProcess>()
  return {
    folder,
    async start(environment = {}) {
      const child = spawn(process.execPath, ['src/cli/run.mjs', 'start'], {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          HOST: '127.0.0.1',
          PORT: String(port),
          PAYLOAD_SECRET: siteSecret,
          DATA_DIR: join(folder, 'data'),
          MEDIA_DIR: join(folder, 'media'),
          DATABASE_URI: database,
          LOG_LEVEL: 'warn',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      running.add(child)
      const exited = once(child, 'exit').then(([code]) => {
        running.delete(child)
        return code as number | null
      })
      await Promise.race([
        listening(child),
        exited.then((code) => {
          throw new Error(`the server ended with ${code}`)
        }),
      ])
      return {
        url: `http://127.0.0.1:${port}`,
        pid: Number(child.pid),
        async kill() {
          child.kill('SIGKILL')
          await exited
        },
        stop() {
          child.kill('SIGTERM')
          return exited
        },
      }
    },
    async remove() {
      await Promise.all(
        [...running].map((child) => {
          child.kill('SIGKILL')
          return once(child, 'exit')
        }),
      )
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** SQLite in the site's folder, or a database of its own on the MongoDB server that TEST_MONGODB_URI names. */
function databaseOf(port: number): string {
  const server = process.env.TEST_MONGODB_URI
  return server ? `${server.replace(/\/$/, '')}/xuanbo_test_${port}_${Date.now()}` : ''
}

async function listening(child: ChildProcess): Promise<void> {
  if (!child.stdout) throw new Error('no output')
  try {
    for await (const line of createInterface(child.stdout)) if (line.includes('/admin')) return
  } finally {
    // Else what it says later would fill the pipe, and stop it.
    child.stdout.resume()
  }
  throw new Error('the server ended before it listened')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
