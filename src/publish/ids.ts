/** The id of a relationship's value, populated or not, as a string on every database. */
export function idOf(reference: string | number | { id: string | number }): string {
  return String(typeof reference === 'object' ? reference.id : reference)
}

export function idsOf(
  references: readonly (string | number | { id: string | number })[] | null | undefined,
): string[] {
  return (references ?? []).map(idOf)
}
