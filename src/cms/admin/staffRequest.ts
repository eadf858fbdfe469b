import type { Language } from '../i18n/text'

/** What is wrong with a field of a form. */
export type FormFault = { path: string; code: string; message: string }

type Answer<T> = { ok: true; value: T } | { ok: false; status: number; message: string; faults: FormFault[] }

/**
 * Asks the server as the member of staff who is signed in. A refusal is an answer, with the server's own words in the language
 * asked for: a problem's `detail` (RFC 9457) or Payload's `errors`. Only an abort throws.
 */
export async function staffRequest<T>(
  path: string,
  options: { language: Language; method?: string; body?: unknown; signal?: AbortSignal },
): Promise<Answer<T>> {
  const { language, method = 'GET', body, signal } = options
  const words = { zh: '连接不上服务器，请稍后重试', en: 'The server does not answer; try again' }
  try {
    const response = await fetch(path, {
      method,
      credentials: 'include',
      headers: {
        'Accept-Language': language,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    const text = await response.text()
    const json = text ? JSON.parse(text) : null
    if (response.ok) return { ok: true, value: json as T }
    const told = json?.errors?.[0]?.data?.errors?.[0]?.message ?? json?.detail ?? json?.errors?.[0]?.message
    const faults = (json?.errors ?? []).filter((one: Partial<FormFault>) => one.path !== undefined)
    return { ok: false, status: response.status, message: told ?? words[language], faults }
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, status: 0, message: words[language], faults: [] }
  }
}

/** For a request that nobody waits for any more: its abort is no fault, and everything else is. */
export function unlessAborted(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) throw error
  }
}
