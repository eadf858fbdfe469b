/** The id in a relationship's value, which may be populated; null where nothing is chosen. */
export function idOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'object' ? String((value as { id: unknown }).id) : String(value)
}
