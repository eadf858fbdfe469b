import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Payload } from 'payload'
import { onChange } from '../../src/cms/hooks/changes'
import { approvedContents } from '../../src/publish/approved'
import { classCompiler } from '../../src/publish/class-compiler'
import { classInput } from '../../src/publish/class-input'
import { classify } from '../../src/publish/classes'
import { horizonAt, horizonStepMs } from '../../src/publish/horizon'
import { type Publisher, startPublisher } from '../../src/publish/publisher'
import type { Snapshot } from '../../src/publish/snapshot'
import type { BenchResult } from './main'
import { type Polled, startPoller } from './poller'
import { benchSite } from './site'

const size = { displays: 10_000, classes: 40, schedules: 500 }
const bars = { seconds: 10, megabytes: 1024, editSeconds: 1, stallMs: 50 }
const edits = 5
/** Displays compiled one by one, to know what all of them would take. */
const sample = 200

type Site = { payload: Payload; publisher: Publisher; poller: Awaited<ReturnType<typeof startPoller>> }

const compiler = classCompiler({
  script: resolve('dist/compile-worker.mjs'),
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
})

/**
 * All manifests of 10,000 displays in 40 classes, 500 schedules, 7 days, compiled by the publisher from an SQLite database; then,
 * while a display polls, single edits and a step of the horizon; beside the same displays compiled one by one.
 */
export async function run(): Promise<BenchResult> {
  const site = await benchSite(size)
  try {
    Object.assign(process.env, site.environment)
    return await measure(site.folder)
  } finally {
    await compiler.close()
    site.remove()
  }
}

async function measure(folder: string): Promise<BenchResult> {
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config })
  let now = Date.parse('2026-09-28T00:00:00+08:00')
  const began = performance.now()
  const publisher = await startPublisher({
    payload,
    now: () => now,
    urlSecret: 'benchmark',
    compile: compiler.compile,
    atOnce: compiler.atOnce,
    warn: (message, details) => process.stdout.write(`${message} ${JSON.stringify(details)}\n`),
  })
  await publisher.idle()
  const firstSeconds = (performance.now() - began) / 1000
  say(`read and compile all: ${firstSeconds.toFixed(2)} s`)
  const stopFollowing = onChange(publisher.changed)
  const [display = ''] = publisher.snapshot().displays.keys()
  const poller = await startPoller(publisher, { display, folder })
  const site = { payload, publisher, poller }

  const few = await edit(site, 'contents', '口号 100-1', [{ seconds: 21 }, { seconds: 22 }])
  const noon = (to: string) => ({ dayparts: [{ from: '12:00', to }] })
  const many = await edit(site, 'schedules', '排期 19', [noon('12:15'), noon('12:20')])
  const step = await poller.during(() => {
    now += horizonStepMs
    return publisher.roll()
  })
  say(`a step of the horizon, read and compile all: ${words(step)}`)
  const megabytes = process.resourceUsage().maxRSS / 1024
  say(`memory at most ${megabytes.toFixed(0)} MB`)
  stopFollowing()
  poller.close()

  const value = Math.max(firstSeconds, step.seconds)
  const baseline = await oneByOne(publisher.snapshot(), now)
  const ok =
    value <= bars.seconds &&
    megabytes <= bars.megabytes &&
    Math.max(few.seconds, many.seconds) <= bars.editSeconds &&
    Math.max(few.stallMs, many.stallMs, step.stallMs) <= bars.stallMs
  return {
    bench: 'compile',
    value: round(value),
    unit: 's',
    baseline: round(baseline),
    ratio: round(value / baseline),
    bar: bars.seconds,
    ok,
  }
}

/** Saves one document as an editor does, by turns with one change or the other; the median, until the last ETag has changed. */
async function edit(
  { payload, publisher, poller }: Site,
  collection: 'contents' | 'schedules',
  title: string,
  changes: Record<string, unknown>[],
): Promise<Polled> {
  const { docs } = await payload.find({ collection, where: { title: { equals: title } }, depth: 0 })
  const id = String(docs[0]?.id)
  const touched = new Set<string>()
  const stop = publisher.onPublished((displays) => {
    for (const display of displays) touched.add(display)
  })
  const all: Polled[] = []
  for (let number = 0; number < edits; number += 1) {
    touched.clear()
    const data = changes[number % changes.length] ?? {}
    const polled = await poller.during(async () => {
      await payload.update({ collection, id, data })
      await publisher.idle()
    })
    if (touched.size === 0) throw new Error(`an edit of ${title} changed nothing`)
    all.push(polled)
  }
  stop()
  const median = all.sort((a, b) => a.seconds - b.seconds)[Math.floor(edits / 2)] as Polled
  say(`an edit that ${touched.size} displays show: ${words(median)}`)
  return median
}

/** What compiling every display for itself would take, in seconds: so many of them do, in the same thread. */
async function oneByOne(snapshot: Readonly<Snapshot>, now: number): Promise<number> {
  const context = { ...snapshot, contents: approvedContents(snapshot), url: () => '' }
  const displays = [...snapshot.displays].slice(0, sample)
  const began = performance.now()
  for (const entry of displays) {
    const [alone] = classify({ ...snapshot, displays: new Map([entry]) })
    if (!alone) throw new Error('a display is in no class')
    await compiler.compile(classInput(alone, context, horizonAt(now, alone.settings.horizonDays)))
  }
  const seconds = (performance.now() - began) / 1000
  const all = (seconds / sample) * size.displays
  say(
    `without classes: ${sample} displays took ${seconds.toFixed(1)} s, so all would take ${all.toFixed(0)} s`,
  )
  return all
}

function words({ seconds, stallMs, polls, longestPollMs }: Polled) {
  return `${seconds.toFixed(2)} s; ${polls} polls, the longest ${longestPollMs.toFixed(0)} ms; longest stall ${stallMs.toFixed(0)} ms`
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}

function round(value: number) {
  return Math.round(value * 10_000) / 10_000
}
