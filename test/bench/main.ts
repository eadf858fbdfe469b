import { availableParallelism, loadavg } from 'node:os'

export type BenchResult = {
  bench: string
  value: number
  unit: string
  baseline: number | null
  ratio: number
  bar: number
  ok: boolean
}

const benches: Record<string, () => Promise<{ run(): Promise<BenchResult> }>> = {
  bundle: () => import('./bundle'),
  compile: () => import('./compile'),
  'poll-304': () => import('./poll-304'),
  render: () => import('./render'),
  start: () => import('./start'),
  timeline: () => import('./timeline'),
  upload: () => import('./upload'),
}

/** `npm run -s bench -- <name>`: prints, last, one line of JSON, and ends with 1 where the figure falls short of its bar. */
const [name = ''] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  process.stderr.write(`usage: npm run -s bench -- ${Object.keys(benches).join(' | ')}\n`)
  process.exit(2)
}
const busy = loadavg()[0] ?? 0
if (busy > availableParallelism() / 2)
  process.stderr.write(`load average ${busy.toFixed(1)}: the figures are those of a busy machine\n`)
const { run } = await load()
const result = await run()
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit(result.ok ? 0 : 1)
