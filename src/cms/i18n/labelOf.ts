import type { Language } from './text'

/** A label of Payload's in one language; labels of ours always have both. */
export function labelOf(label: unknown, language: Language): string {
  if (typeof label === 'string') return label
  return (label as Partial<Record<Language, string>> | undefined)?.[language] ?? ''
}
