import type { TestProject } from 'vitest/node'

/** Says, before the tests, with which seed all properties of this run are tried. */
export default function printSeed({ config }: TestProject): void {
  process.stdout.write(`Properties are tried with SEED=${config.env.SEED}\n`)
}
