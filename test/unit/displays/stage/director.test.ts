import { beforeEach, describe, expect, it } from 'vitest'
import { PlayerError } from '../../../../displays/core/policy'
import type { Slot } from '../../../../displays/core/position'
import { createDirector, type Director, type Played } from '../../../../displays/stage/director'
import type { Layer } from '../../../../displays/stage/layer'
import type { Manifest } from '../../../../src/manifest/manifest'
import { loopManifest } from '../../../factories/loop-manifest'

const START = 1_790_000_000_000

/** A stage without a page: layers are names, ready when the test says so. */
function rehearsal(manifest: Manifest | null) {
  const state = {
    now: START,
    manifest,
    missing: new Set<string>(),
    top: '',
    mounted: [] as string[],
    played: [] as Played[],
    reported: [] as string[],
    muted: new Map<string, boolean>(),
    starts: [] as [string, number][],
    failures: new Map<string, (error: unknown) => void>(),
    decide: new Map<string, { ready(): void; fail(error: unknown): void }>(),
    automatic: true,
  }
  const names = new Map<Layer, string>()
  const director: Director = createDirector({
    now: () => state.now,
    programme: () => state.manifest && { manifest: state.manifest, sha256: 'm'.repeat(64) },
    boundary: () => undefined,
    available: (_, content) => !state.missing.has(content),
    build(_, slot: Slot, __, failed) {
      const name = slot.kind === 'item' ? slot.content : slot.kind
      const ready = new Promise<void>((resolve, reject) => {
        state.decide.set(name, { ready: resolve, fail: reject })
        if (state.automatic) resolve()
      })
      const layer: Layer = {
        element: {} as HTMLElement,
        ready,
        start: (position) => state.starts.push([name, position]),
        frame: () => undefined,
        mute: (muted) => state.muted.set(name, muted),
        stop: () => undefined,
      }
      state.failures.set(name, failed)
      names.set(layer, name)
      return layer
    },
    stage: {
      mount: (layer) => state.mounted.push(names.get(layer) ?? ''),
      reveal(layer) {
        state.top = names.get(layer) ?? ''
      },
      unmount(layer) {
        state.mounted.splice(state.mounted.indexOf(names.get(layer) ?? ''), 1)
      },
    },
    later: (run) => run(),
    played: (play) => state.played.push(play),
    report: (code) => state.reported.push(code),
  })
  /** Draws frames every 20 ms for so long; returns what was on top, each change once. */
  async function run(ms: number): Promise<string[]> {
    const tops: string[] = []
    for (let passed = 0; passed < ms; passed += 20) {
      state.now += 20
      director.frame()
      await Promise.resolve()
      if (tops[tops.length - 1] !== state.top) tops.push(state.top)
    }
    return tops
  }
  return { state, director, run }
}

describe('createDirector', () => {
  const two = loopManifest(
    [
      { id: 'a', ms: 3000 },
      { id: 'b', ms: 2000, schedule: null },
    ],
    { now: START },
  )
  let show: ReturnType<typeof rehearsal>
  beforeEach(() => {
    show = rehearsal(two)
  })

  it('plays the loop and tells of whole plays', async () => {
    expect(await show.run(10_100)).toEqual(['standby', 'a', 'b', 'a', 'b', 'a'])
    expect(show.state.played.map(({ content, schedule, outcome }) => [content, schedule, outcome])).toEqual([
      ['a', 's-1', 'completed'],
      ['b', null, 'completed'],
      ['a', 's-1', 'completed'],
      ['b', null, 'completed'],
    ])
    const second = show.state.played[1]
    expect(Math.abs((second?.from ?? 0) - (START + 3000))).toBeLessThanOrEqual(20)
    expect(Math.abs((second?.ms ?? 0) - 2000)).toBeLessThanOrEqual(20)
  })

  it('makes the next ready beneath what is on, and removes what was', async () => {
    await show.run(1000)
    expect(show.state.mounted).toEqual(['a', 'b'])
    await show.run(2200)
    expect(show.state.mounted).toEqual(['b', 'a'])
  })

  it('keeps what is on until the next is ready', async () => {
    await show.run(2000)
    show.state.automatic = false
    await show.run(1500)
    show.state.decide.get('b')?.ready()
    expect(show.state.top).toBe('b')
  })

  it('holds the old picture while the next is late, then gives it up and reports it', async () => {
    show.state.automatic = false
    const first = show.run(40)
    show.state.decide.get('a')?.ready()
    await first
    await show.run(3500)
    expect(show.state.top).toBe('a')
    await show.run(20_000)
    expect(show.state.reported).toContain('late')
  })

  it('joins in the middle, which is no whole play', async () => {
    show.state.now = START + 2000
    await show.run(1200)
    expect(show.state.starts[0]?.[0]).toBe('a')
    expect(show.state.starts[0]?.[1]).toBeGreaterThan(1990)
    expect(show.state.played).toMatchObject([{ content: 'a', outcome: 'cut' }])
  })

  it('cuts what plays when another manifest says otherwise, and goes on where it says the same', async () => {
    await show.run(1000)
    show.state.manifest = { ...two, pollSeconds: 2 }
    show.director.refresh()
    await show.run(100)
    expect(show.state.played).toEqual([])
    show.state.manifest = loopManifest([{ id: 'c', ms: 60_000 }], { now: START })
    show.director.refresh()
    expect(await show.run(100)).toContain('c')
    expect(show.state.played).toMatchObject([{ content: 'a', outcome: 'cut' }])
  })

  it('skips what is missing, once a play, and fills its time', async () => {
    show.state.missing.add('b')
    expect(await show.run(9900)).toEqual(['standby', 'a'])
    const skipped = show.state.played.filter(({ outcome }) => outcome === 'skipped')
    expect(skipped).toMatchObject([
      { content: 'b', ms: 0 },
      { content: 'b', ms: 0 },
    ])
  })

  it('leaves out what cannot be decoded, and says so with every play that it misses', async () => {
    show.state.automatic = false
    const begun = show.run(60)
    await Promise.resolve()
    show.state.decide.get('a')?.fail(new PlayerError('not-decodable', 'bad'))
    await begun
    show.state.automatic = true
    await show.run(200)
    expect(show.state.top).toBe('b')
    expect(show.state.reported).toEqual(['not-decodable'])
    expect(show.state.played).toMatchObject([
      { content: 'a', outcome: 'failed', error: 'not-decodable: bad' },
    ])
  })

  it('goes on when what is on breaks', async () => {
    await show.run(1000)
    show.state.failures.get('a')?.(new PlayerError('not-decodable', 'gpu'))
    await show.run(200)
    expect(show.state.top).toBe('b')
    expect(show.state.played[0]).toMatchObject({ content: 'a', outcome: 'failed' })
    expect(show.state.played[0]?.ms).toBeGreaterThan(900)
  })

  it('stands by with nothing to play, and when the manifest has run out', async () => {
    const nothing = rehearsal(null)
    expect(await nothing.run(100)).toEqual(['standby'])
    const ending = rehearsal({ ...two, validUntil: START + 1000 })
    expect(await ending.run(1500)).toEqual(['standby', 'a', 'standby'])
    expect(ending.state.played).toMatchObject([{ content: 'a', outcome: 'cut' }])
  })

  it('changes the sound, not the showing, where only that changes', async () => {
    const [whole] = two.segments
    if (!whole) throw new Error('no segment')
    const cut = START + 1000
    const split = {
      ...two,
      segments: [
        { ...whole, to: cut },
        { ...whole, from: cut, muted: true },
      ],
    }
    const quiet = rehearsal(split)
    await quiet.run(900)
    expect(quiet.state.muted.get('a')).toBe(false)
    await quiet.run(200)
    expect(quiet.state.muted.get('a')).toBe(true)
    expect(quiet.state.played).toEqual([])
  })
})
