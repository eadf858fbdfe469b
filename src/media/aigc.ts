const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#34': '"',
  '#39': "'",
}

/** The AI label in an XMP packet, `AIGC` as attribute or element of any namespace. GB 45438-2025, annex E. */
export function aigcOfXmp(xmp: string | undefined): string | undefined {
  const [, double, single, element] = xmp?.match(/[:\s]AIGC=(?:"([^"]*)"|'([^']*)')|[:<]AIGC>([^<]*)</) ?? []
  const found = double ?? single ?? element
  return found?.replace(/&(amp|lt|gt|quot|apos|#34|#39);/g, (_, name: string) => entities[name] ?? '')
}

/** The AI label among the tags of a container, whatever their case. */
export function aigcOfTags(tags: Record<string, string>): string | undefined {
  return Object.entries(tags).find(([key]) => key.toUpperCase() === 'AIGC')?.[1]
}
