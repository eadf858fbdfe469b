import { describe, expect, it } from 'vitest'
import { PlayerError } from '../../../../displays/core/policy'
import { PART_BYTES, startDownloads, type Wanted } from '../../../../displays/net/downloads'
import { fakeEnv } from '../../../factories/fake-env'
import { sha256 } from '../../../factories/loop-manifest'
import { memoryFiles } from '../../../factories/memory-files'

function fileOf(size: number, seed: number, at: number) {
  const bytes = new Uint8Array(size).map((_, index) => (index * 31 + seed) & 255)
  const hash = sha256(bytes)
  const want: Wanted = { sha256: hash, at, file: { url: `/media/${hash}`, bytes: size, type: 'video/mp4' } }
  return { bytes, want, hash }
}

type Answer = (url: string) => Response | Error | null

/** A media server of some files, and what was asked of it. */
function scene(
  served: ReturnType<typeof fileOf>[],
  options: { capacity?: number; keeps?: ReturnType<typeof fileOf>[]; answer?: Answer } = {},
) {
  const { env, pass } = fakeEnv()
  const files = memoryFiles(options.capacity)
  const asked: string[] = []
  const failed: string[] = []
  const arrived: string[] = []
  const state: { wanted: Wanted[]; answer: Answer } = {
    wanted: served.map(({ want }) => want),
    answer: options.answer ?? (() => null),
  }
  for (const { hash, bytes } of options.keeps ?? []) files.whole.set(hash, new Blob([bytes]))
  const downloads = startDownloads({
    env,
    files,
    wanted: () => state.wanted,
    arrived: (hash) => arrived.push(hash),
    failed: (code) => failed.push(code),
    async request(url, init) {
      const range = new Headers(init?.headers).get('Range') ?? ''
      asked.push(`${served.findIndex(({ want }) => want.file.url === url)} ${range}`.trim())
      const special = state.answer(url)
      if (special instanceof Error) throw special
      if (special) return special
      const file = served.find(({ want }) => want.file.url === url)
      if (!file) return new Response(null, { status: 404 })
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range) ?? []
      if (from === undefined) return new Response(file.bytes)
      return new Response(file.bytes.slice(Number(from), Number(to) + 1), { status: 206 })
    },
  })
  return { downloads, files, asked, failed, arrived, state, pass }
}

describe('startDownloads', () => {
  it('fetches the nearest first, small files whole and large ones in parts', async () => {
    const small = fileOf(1000, 1, 10)
    const large = fileOf(PART_BYTES * 2 + 5, 2, 20)
    const { pass, asked, arrived, files } = scene([small, large])
    await pass(5000)
    expect(asked).toEqual([
      '0',
      `1 bytes=0-${PART_BYTES - 1}`,
      `1 bytes=${PART_BYTES}-${2 * PART_BYTES - 1}`,
      `1 bytes=${2 * PART_BYTES}-${2 * PART_BYTES + 4}`,
    ])
    expect(arrived).toEqual([small.hash, large.hash])
    expect(sha256(new Uint8Array(await (files.whole.get(large.hash) as Blob).arrayBuffer()))).toBe(large.hash)
  })

  it('goes on from the parts that it has after a fault', async () => {
    const large = fileOf(PART_BYTES * 3, 3, 0)
    const { pass, asked, arrived, failed, state } = scene([large])
    let calls = 0
    state.answer = () => (++calls === 3 ? new PlayerError('network') : null)
    await pass(10_000)
    expect(failed).toEqual(['network'])
    expect(asked.filter((line) => line.includes('bytes=0-'))).toHaveLength(1)
    expect(arrived).toEqual([large.hash])
  })

  it('keeps no file whose bytes are not those of its name, and tries again ever more slowly', async () => {
    const file = fileOf(500, 4, 0)
    const { pass, failed, files, downloads, asked, state } = scene([file], {
      answer: () => new Response(new Uint8Array(500)),
    })
    await pass(20_000)
    expect(files.has(file.hash)).toBe(false)
    expect(failed.every((code) => code === 'file-damaged')).toBe(true)
    expect(downloads.failures(file.hash)).toBeGreaterThanOrEqual(3)
    expect(asked.length).toBeLessThan(8)
    state.answer = () => null
    await pass(60_000)
    expect(files.has(file.hash)).toBe(true)
    expect(downloads.failures(file.hash)).toBe(0)
  })

  it('takes the part that it asked for from a server that knows no ranges', async () => {
    const large = fileOf(PART_BYTES + 10, 5, 0)
    const { pass, arrived, state } = scene([large])
    state.answer = () => new Response(large.bytes)
    await pass(5000)
    expect(arrived).toEqual([large.hash])
  })

  it('puts a nearer file first in the middle of a large one', async () => {
    const large = fileOf(PART_BYTES * 3, 6, 100)
    const urgent = fileOf(10, 7, 0)
    const { pass, arrived, state, asked } = scene([large, urgent])
    state.wanted = [large.want]
    state.answer = () => {
      if (asked.length === 1) state.wanted = [urgent.want, large.want]
      return null
    }
    await pass(5000)
    expect(arrived).toEqual([urgent.hash, large.hash])
  })

  it('tries a file that is refused no harder than others that can be had', async () => {
    const refused = fileOf(10, 8, 0)
    const fine = fileOf(20, 9, 10)
    const { pass, arrived, failed } = scene([refused, fine], {
      answer: (url) => (url === refused.want.file.url ? new Response(null, { status: 403 }) : null),
    })
    await pass(200)
    expect(failed).toEqual(['file-unavailable'])
    expect(arrived).toEqual([fine.hash])
  })

  it('makes room: what nothing needs goes first, then what is needed later', async () => {
    const old = fileOf(400, 10, 0)
    const later = fileOf(400, 11, 900)
    const now = fileOf(700, 12, 1)
    const { pass, files, state } = scene([now, later], { capacity: 1000, keeps: [old, later] })
    await pass(300)
    expect([...files.whole.keys()]).toEqual([now.hash])
    expect(state.wanted).toHaveLength(2)
  })

  it('drops a file that was damaged at rest, reports it, and fetches it again', async () => {
    const file = fileOf(300, 13, 0)
    const { pass, files, failed, downloads } = scene([file])
    await pass(100)
    files.whole.set(file.hash, new Blob([new Uint8Array(300)]))
    const verified = downloads.verifyAll()
    await pass(2000)
    await verified
    expect(failed).toEqual(['file-damaged'])
    expect(sha256(new Uint8Array(await (files.whole.get(file.hash) as Blob).arrayBuffer()))).toBe(file.hash)
  })
})
