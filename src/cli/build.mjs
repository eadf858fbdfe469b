// `npm run build`: the player, the commands, and the admin pages. What is current already is left alone, so that `npm run demo`
// starts at once the second time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
process.env.NODE_ENV = 'production'

await step('player', 'dist/player', ['displays', 'src/manifest', 'package-lock.json'], async () => {
  const { buildPlayer } = await import('../../displays/build.mjs')
  await buildPlayer({ outdir: join(root, 'dist/player') })
})
await step('commands', 'dist/start.mjs', ['src', 'payload.config.ts', 'package-lock.json'], async () => {
  const { bundleNode } = await import('./bundle.mjs')
  for (const entry of ['src/cli/start.ts', 'src/cli/timeline.ts', 'src/publish/compile-worker.ts']) {
    const outfile = join(root, `dist/${basename(entry, '.ts')}.mjs`)
    await bundleNode({ root, entry, outfile, sources: `${outfile}.sources.json` })
  }
})
const adminSources = ['src', 'payload.config.ts', 'next.config.ts', 'tsconfig.json', 'package-lock.json']
await step('admin pages', '.next/BUILD_ID', adminSources, async () => {
  const next = join(root, 'node_modules/next/dist/bin/next')
  // Nothing of the environment goes into the build; the configuration only has to parse.
  const env = {
    ...process.env,
    PAYLOAD_SECRET: 'only-while-building-0123456789abcdef',
    DATA_DIR: tmpdir(),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
})

/** Runs `make` unless `output` is there and was made from the same bytes. */
async function step(name, output, sources, make) {
  const stamp = join(root, 'dist', `.${name.replace(' ', '-')}.stamp`)
  const now = digest(sources)
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const started = performance.now()
  // Until it is whole again, nothing says that it is.
  rmSync(stamp, { force: true })
  process.stdout.write(`Building 构建 ${name} …\n`)
  await make()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  process.stdout.write(`Built 完成 ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`)
}

function digest(sources) {
  const hash = createHash('sha256').update(process.version)
  for (const path of sources.flatMap((source) => files(join(root, source)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function files(path) {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => files(join(path, entry.name)))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}
