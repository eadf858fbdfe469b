import type { Lane } from './lane'

/** How long a lane's first entries take, and how many of them a time holds. Whole ms; counts have no end. */
export type Airtime = {
  /** Of the first `count` entries. */
  of(count: number): number
  /** The most entries whose airtime is at most `ms`. */
  within(ms: number): number
}

export function airtimeOf({ entries }: Lane): Airtime {
  const n = entries.length
  const prefix = new Float64Array(n + 1)
  entries.forEach(({ ms }, i) => {
    prefix[i + 1] = (prefix[i] as number) + ms
  })
  const cycle = prefix[n] as number
  return {
    of: (count) => Math.floor(count / n) * cycle + (prefix[count % n] as number),
    within(ms) {
      if (ms < 0) return 0
      const cycles = Math.floor(ms / cycle)
      const rest = ms - cycles * cycle
      let [low, high] = [0, n - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((prefix[middle] as number) <= rest) low = middle
        else high = middle - 1
      }
      return cycles * n + low
    },
  }
}
