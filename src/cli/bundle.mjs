import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

/** They bring their packages with them, to start fast. */
const standalone = ['src/cli/timeline.ts', 'src/publish/compile-worker.ts']

/**
 * Bundles one entry for Node and notes its own sources beside it. Packages stay outside, unless it is to start fast.
 * Written under a temporary name and renamed, so that two commands started at once never read half a file.
 */
export async function bundleNode({ root, entry, outfile, sources }) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: standalone.includes(entry) ? 'bundle' : 'external',
    alias: { '@payload-config': './payload.config.ts' },
    jsx: 'automatic',
    sourcemap: 'inline',
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  const own = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules'))
  mkdirSync(dirname(outfile), { recursive: true })
  writeAtomically(sources, JSON.stringify(own))
  for (const file of outputFiles) writeAtomically(file.path, file.contents)
  return outfile
}

function writeAtomically(path, contents) {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, contents)
  renameSync(temporary, path)
}
