import { env } from '../server/env'
import { startServer } from '../server/main'

const server = await startServer({ env, root: process.cwd(), now: Date.now })
process.stdout.write(`Xuanbo 宣播 ${server.url}/admin\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0))
  })
}
