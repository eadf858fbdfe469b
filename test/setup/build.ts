import { spawnSync } from 'node:child_process'

/** Before the tests that run the product as it is delivered: builds what is not current. */
export default function buildOnce(): void {
  const { status } = spawnSync(process.execPath, ['src/cli/build.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the build failed: run `npm run build` to see why')
}
