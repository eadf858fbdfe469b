import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type DemoSettings = {
  /** Environment of the demo's server. */
  environment: Record<string, string>
  secret: string
  workDir: string
  /** Its presence says that the programme was made whole. */
  marker: string
}

/** Everything of the demo is under `<root>/.demo`; deleting that folder starts it anew. What the shell sets (PORT, HOST) wins. */
export function demoSettings(root: string, shell: Record<string, string | undefined>): DemoSettings {
  const folder = join(root, '.demo')
  mkdirSync(folder, { recursive: true })
  const secret = readOrMake(join(folder, 'secret'))
  const own = { DATA_DIR: join(folder, 'data'), MEDIA_DIR: join(folder, 'media'), PAYLOAD_SECRET: secret }
  const defaults = { NODE_ENV: 'production', HOST: '127.0.0.1', LOG_LEVEL: 'warn', TIMEZONE: 'Asia/Shanghai' }
  const given = Object.fromEntries(
    Object.keys(defaults).flatMap((name) => (shell[name] ? [[name, shell[name]]] : [])),
  )
  const environment = {
    ...defaults,
    ...given,
    ...own,
    DATABASE_URI: `file:${join(own.DATA_DIR, 'xuanbo.db')}`,
  }
  return { environment, secret, workDir: join(folder, 'work'), marker: join(folder, 'seeded') }
}

function readOrMake(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const secret = randomBytes(32).toString('hex')
    writeFileSync(path, secret, { mode: 0o600, flush: true })
    return secret
  }
}
