import { onChange } from '../cms/hooks/changes'

/**
 * Does work on a document, aborted where that is deleted meanwhile or `signal` says so. What then throws is tried again as any
 * fault is, and finds nothing to do.
 */
export async function abortOnDelete(
  { collection, id }: { collection: string; id: string },
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const gone = new AbortController()
  const forget = onChange((change) => {
    if (change.operation === 'delete' && change.collection === collection && change.id === id)
      gone.abort(new Error('deleted while it was being rendered'))
  })
  try {
    await work(signal ? AbortSignal.any([signal, gone.signal]) : gone.signal)
  } finally {
    forget()
  }
}
