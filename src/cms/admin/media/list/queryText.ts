/** A query of Payload's REST API: `{ where: { kind: { equals: 'x' } } }` becomes `where[kind][equals]=x`. */
export function queryText(query: object): string {
  return pairsOf(query, '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

function pairsOf(value: unknown, name: string): [string, string][] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object') return [[name, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => pairsOf(inner, name ? `${name}[${key}]` : key))
}
