// Runs src/cli/<name>.ts as a compiled module: `node src/cli/run.mjs <name> [arguments]`. It is bundled to dist/<name>.mjs where
// that is missing or older than any of its sources, so that a command starts as fast as plain JavaScript and is never stale.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const [name, ...args] = process.argv.slice(2)
process.env.NODE_ENV ||= 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
if (!name || !/^[\w-]+(\/[\w-]+)*$/.test(name)) {
  process.stderr.write('usage: node src/cli/run.mjs <command> [arguments]\n')
  process.exit(2)
}

const bundle = await compiled(name.includes('/') ? `${name}.ts` : `src/cli/${name}.ts`)
// The server compiles manifests in a thread, from a bundle of its own.
if (name !== 'timeline') await compiled('src/publish/compile-worker.ts')
process.argv = [process.argv[0], bundle, ...args]
await import(pathToFileURL(bundle).href)

async function compiled(entry) {
  const outfile = join(
    root,
    'dist',
    `${entry
      .replace(/^src\/(cli|publish)\//, '')
      .replace(/\.ts$/, '')
      .replaceAll('/', '-')}.mjs`,
  )
  const sources = `${outfile}.sources.json`
  if (isFresh(outfile, sources)) return outfile
  const { bundleNode } = await import('./bundle.mjs')
  return bundleNode({ root, entry, outfile, sources })
}

function isFresh(outfile, sources) {
  if (!existsSync(outfile) || !existsSync(sources)) return false
  const built = statSync(outfile).mtimeMs
  return JSON.parse(readFileSync(sources, 'utf8')).every((path) => {
    const source = statSync(join(root, path), { throwIfNoEntry: false })
    return source !== undefined && source.mtimeMs < built
  })
}
