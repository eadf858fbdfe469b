import { readFileSync } from 'node:fs'
import type { BenchResult } from './main'
import { type BenchSite, benchSite, freePort, startNode, tokenOf } from './site'

const size = { displays: 10_000, classes: 40, schedules: 50 }
const barSeconds = 3
const barMegabytes = 300
const rounds = 3
const askEveryMs = 5

type Started = { seconds: number; megabytes: number }

/**
 * From `npm start` of the built server that knows 10,000 displays in 40 classes with 50 schedules, all of which it compiles, to the first
 * 304, and its memory then; the median of three, after one that is not counted.
 */
export async function run(): Promise<BenchResult> {
  const site = await benchSite(size)
  try {
    await startOnce(site)
    const all: Started[] = []
    for (let round = 0; round < rounds; round += 1) all.push(await startOnce(site))
    for (const { seconds, megabytes } of all) {
      process.stdout.write(`first 304 after ${seconds.toFixed(2)} s, at ${megabytes.toFixed(0)} MB\n`)
    }
    const value = median(all.map(({ seconds }) => seconds))
    const megabytes = median(all.map((one) => one.megabytes))
    return {
      bench: 'start',
      value: round(value),
      unit: 's',
      baseline: null,
      ratio: round(value / barSeconds),
      bar: barSeconds,
      ok: value <= barSeconds && megabytes <= barMegabytes,
    }
  } finally {
    site.remove()
  }
}

/** Starts the server, polls until it says 304, and stops it. */
async function startOnce({ environment }: BenchSite): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const server = startNode(['src/cli/run.mjs', 'start'], { ...environment, PORT: String(port) })
  try {
    await untilUnchanged(`http://127.0.0.1:${port}/api/device/v1/manifest`)
    return { seconds: (performance.now() - began) / 1000, megabytes: peakMegabytes(server.pid) }
  } finally {
    server.kill('SIGKILL')
  }
}

async function untilUnchanged(url: string) {
  const headers = new Headers({ Authorization: `Bearer ${tokenOf(0)}` })
  for (;;) {
    try {
      const response = await fetch(url, { headers })
      if (response.status === 304) return
      const etag = response.headers.get('ETag')
      if (etag) headers.set('If-None-Match', etag)
      await response.arrayBuffer()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await new Promise((again) => setTimeout(again, askEveryMs))
    }
  }
}

/** The most memory that a process has had, as Linux counts it. */
function peakMegabytes(pid: number | undefined) {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(peak) / 1024
}

function median(values: number[]) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number) {
  return Math.round(value * 1000) / 1000
}
