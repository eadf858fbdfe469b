import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type BenchSite = {
  folder: string
  /** What a server on this site is started with. */
  environment: NodeJS.ProcessEnv
  remove(): void
}

/** A folder with a database of that many paired displays, written by a process of its own, so that its memory is not counted. */
export async function benchSite(size: {
  displays: number
  classes: number
  schedules: number
}): Promise<BenchSite> {
  const folder = mkdtempSync(join(tmpdir(), 'xuanbo-bench-'))
  const environment = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PAYLOAD_SECRET: 'benchmark benchmark benchmark 0123',
    DATA_DIR: folder,
    MEDIA_DIR: join(folder, 'media'),
    DATABASE_URI: '',
    LOG_LEVEL: 'warn',
  }
  process.stdout.write(`writing ${size.displays} displays …\n`)
  const sizes = [size.displays, size.classes, size.schedules].map(String)
  const child = spawn(process.execPath, ['src/cli/run.mjs', 'test/bench/seed', ...sizes], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the database was not written: exit code ${code}`)
  return { folder, environment, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The token of a display of the site, by its number. */
export function tokenOf(display: number): string {
  return createHash('sha256').update(`display ${display}`).digest('base64url')
}

export function startNode(args: string[], env: NodeJS.ProcessEnv) {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
