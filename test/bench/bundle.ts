import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BenchResult } from './main'

/** 35 KiB. */
const BUDGET_BYTES = 35_840

/** The player's script, all in, as a display fetches it (gzip), against its budget. */
export async function run(): Promise<BenchResult> {
  // Not bundled with the bench: it finds its sources beside itself.
  const { buildPlayer } = await import(pathToFileURL(resolve('displays/build.mjs')).href)
  const outdir = await mkdtemp(join(tmpdir(), 'xuanbo-bundle-'))
  try {
    await buildPlayer({ outdir, fonts: false })
    const value = gzipSync(await readFile(join(outdir, 'player.js')), { level: 9 }).length
    const ratio = value / BUDGET_BYTES
    return {
      bench: 'bundle',
      value,
      unit: 'bytes',
      baseline: BUDGET_BYTES,
      ratio: Math.round(ratio * 1000) / 1000,
      bar: 1,
      ok: ratio <= 1,
    }
  } finally {
    await rm(outdir, { recursive: true, force: true })
  }
}
