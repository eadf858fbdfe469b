import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'

/** Waiting ends with the event; how long it may take is the machine's affair. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }
const built = { globalSetup: ['test/setup/build.ts'] }

/** Properties are tried with another seed each run; it is printed, and SEED=<seed> repeats it. */
const properties = {
  env: { SEED: process.env.SEED ?? String(randomInt(2 ** 31)) },
  setupFiles: ['test/setup/properties.ts'],
  globalSetup: ['test/setup/seed.ts'],
}

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000, ...properties },
      },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...slow, ...built } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          ...slow,
          ...built,
        },
      },
    ],
  },
})
