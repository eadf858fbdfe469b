import type { Language } from '../../../i18n/text'
import { staffRequest } from '../../staffRequest'
import { isUnderWay, type MediaReport, type ProgressReport } from './report'

const everyMs = 2_000
/** What was begun shows only a moment later: asked for so often whatever the answers. */
const looksAfterBeginning = 3
/** The server takes so many at a time. */
const askedAtMost = 200

/** Whose files: those of media documents, or those that screens need of contents. */
export type ProgressOf = 'media' | 'contents'

/**
 * What the page's parts know of how far files are: asked for once for all of them, and again every two seconds only while something
 * is under way and the page is in view.
 */
export type ProgressStore = {
  /** Calls back when something new is known of that document; returns how to stop it. */
  watch(id: string, listener: () => void): () => void
  of(id: string): MediaReport | undefined
  /** Asks at once: something was begun. */
  ask(): void
}

export function progressStore(language: Language, asked: ProgressOf): ProgressStore {
  const listeners = new Map<string, Set<() => void>>()
  let known: ProgressReport = {}
  let timer: ReturnType<typeof setTimeout> | null = null
  let looksDue = 0

  const soon = (ms: number) => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void look(), ms)
  }

  async function look() {
    timer = null
    const ids = [...listeners.keys()].slice(0, askedAtMost)
    if (ids.length === 0) return
    if (document.hidden) return soon(everyMs)
    const path = `/api/media-progress?${asked}=${ids.join(',')}`
    const answer = await staffRequest<ProgressReport>(path, { language })
    if (answer.ok) {
      known = { ...known, ...answer.value }
      for (const id of ids) for (const listener of listeners.get(id) ?? []) listener()
    }
    looksDue = Math.max(0, looksDue - 1)
    const goesOn = looksDue > 0 || !answer.ok || ids.some((id) => known[id] && isUnderWay(known[id]))
    if (goesOn && timer === null) soon(everyMs)
  }

  return {
    watch(id, listener) {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own.add(listener))
      if (!known[id]) soon(0)
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(id)
      }
    },
    of: (id) => known[id],
    ask() {
      looksDue = looksAfterBeginning
      soon(0)
    },
  }
}
