import type { ErrorCode } from './policy'

/** A fault as the heartbeat carries it; `at` in ms since the epoch. */
export type Report = { code: ErrorCode; detail: string; at: number }

export type Reports = {
  add(code: ErrorCode, detail: string): void
  /** What has not been told to the server yet, oldest first. */
  pending(): Report[]
  /** The server has these. */
  told(reports: Report[]): void
  /** The last few, told or not, for the diagnostic view. */
  recent(): Report[]
}

const MOST = 50
/** The same fault again within this time is not told again, in ms. */
const REPEAT_MS = 60_000

/** Collects faults for the next heartbeat: the newest 50, and the same one no more than once a minute. */
export function createReports(now: () => number): Reports {
  let waiting: Report[] = []
  let recent: Report[] = []
  return {
    add(code, detail) {
      const at = Math.round(now())
      const short = detail.slice(0, 500)
      if (
        recent.some((old) => old.code === code && old.detail === short && Math.abs(at - old.at) < REPEAT_MS)
      )
        return
      const report = { code, detail: short, at }
      waiting = waiting.concat(report).slice(-MOST)
      recent = recent.concat(report).slice(-MOST)
    },
    pending: () => waiting,
    told(reports) {
      waiting = waiting.filter((report) => reports.indexOf(report) < 0)
    },
    recent: () => recent,
  }
}
