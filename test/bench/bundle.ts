import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPlayer } from '../../displays/build.mjs'

/** 35 KiB. */
const BUDGET_BYTES = 35_840

/** The player's script, all in, as a display fetches it (gzip), against its budget. */
export async function run() {
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
