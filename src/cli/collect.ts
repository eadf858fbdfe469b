import { join } from 'node:path'
import { getPayload } from 'payload'
import config, { media } from '../../payload.config'
import { collect } from '../jobs/collect'
import { env } from '../server/env'

const USAGE = `usage: node src/cli/run.mjs collect --dry-run

  Says which renditions and files the server would remove at its next daily collection. The server itself removes them.`

if (process.argv.slice(2).join(' ') !== '--dry-run') {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
const payload = await getPayload({ config })
const { renditions, files, bytes } = await collect({
  payload,
  storage: media.storage,
  memory: join(env.DATA_DIR, 'unreferenced.json'),
  // The server notes twice a day what is needed: far oftener than what is not needed is removed.
  needed: async () => [],
  now: Date.now,
  dryRun: true,
})
for (const name of files) process.stdout.write(`${name}\n`)
process.stdout.write(`${renditions.length} renditions, ${files.length} files, ${bytes} bytes\n`)
await payload.destroy()
process.exit(0)
