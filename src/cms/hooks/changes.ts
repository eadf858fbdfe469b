/**
 * A document that was created, changed or deleted, told while its transaction may still be open. A global is the one document of a
 * collection of its name.
 */
export type Change = {
  collection: string
  id: string
  operation: 'create' | 'update' | 'delete'
  transactionID?: string | number
}

type Listener = (change: Change) => void

// Next bundles this module anew; one process has one set of listeners all the same.
const key = Symbol.for('xuanbo.changes')

/** Calls the listener for every change from now on; returns how to stop it. */
export function onChange(listener: Listener): () => void {
  listeners().add(listener)
  return () => void listeners().delete(listener)
}

/** Tells all listeners. A listener must not throw: what it does is its own affair. */
export function announce(change: Change): void {
  for (const listener of listeners()) listener(change)
}

function listeners(): Set<Listener> {
  const shared = globalThis as { [key]?: Set<Listener> }
  shared[key] ??= new Set()
  return shared[key]
}
