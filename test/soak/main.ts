/** Does a thing `rounds` times, and throws where it goes wrong. */
export type Soak = { run(rounds: number): Promise<void> }

/** Rounds where none are asked for. */
const usualRounds = 10

const soaks: Record<string, () => Promise<Soak>> = {
  upload: () => import('./upload'),
  render: () => import('./render'),
}

/** `npm run soak [-- <name> [rounds]]`: what the tests do twice, ten times, or as often as is asked; all of it, or one by name. */
const [name, rounds = usualRounds] = process.argv.slice(2)
const chosen = name ? [name] : Object.keys(soaks)
for (const one of chosen) {
  const load = soaks[one]
  if (!load || !(Number(rounds) >= 1)) {
    process.stderr.write(`usage: npm run soak -- [${Object.keys(soaks).join(' | ')}] [rounds]\n`)
    process.exit(2)
  }
  const { run } = await load()
  await run(Number(rounds))
}
process.exit(0)
