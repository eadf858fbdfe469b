'use client'
import { useSyncExternalStore } from 'react'

export type View = 'grid' | 'table'

const key = 'xuanbo.media-view'
const listeners = new Set<() => void>()

/** How this person looks at the library, remembered by the browser. */
export function useView(): [View, (view: View) => void] {
  const view = useSyncExternalStore(subscribe, read, () => 'grid' as const)
  return [view, choose]
}

function read(): View {
  return window.localStorage.getItem(key) === 'table' ? 'table' : 'grid'
}

function choose(view: View) {
  window.localStorage.setItem(key, view)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
