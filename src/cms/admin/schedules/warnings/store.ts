import type { ScheduleWarning, WarnedField } from '../../../collections/schedules/warnings'

/** What is known of a form's warnings; while it is asked anew, what was known stays. */
export type WarningsState = {
  status: 'loading' | 'known' | 'unchecked' | 'failed'
  warnings: ScheduleWarning[]
  /** Of `failed`. */
  message?: string
  /** The field that somebody wants to be taken to. */
  wanted?: WarnedField | undefined
}

export type WarningsStore = {
  get(): WarningsState
  set(change: Partial<WarningsState>): void
  subscribe(listener: () => void): () => void
}

const stores = new WeakMap<object, WarningsStore>()

/** The one store of a form, which `form` stands for: asked for once, its warnings are shown in several places. */
export function storeOf(form: object): WarningsStore {
  const known = stores.get(form)
  if (known) return known
  const store = createStore()
  stores.set(form, store)
  return store
}

function createStore(): WarningsStore {
  const listeners = new Set<() => void>()
  let state: WarningsState = { status: 'loading', warnings: [] }
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
