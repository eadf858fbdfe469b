'use client'
import { useForm } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'
import { storeOf, type WarningsState, type WarningsStore } from './store'

/** The warnings of the form that this stands in. */
export function useWarnings(): { state: WarningsState; store: WarningsStore } {
  // Payload gives a form's context anew at times; this function of it is the same as long as the form lives.
  const { getFields } = useForm()
  const store = storeOf(getFields)
  return { state: useSyncExternalStore(store.subscribe, store.get, store.get), store }
}
