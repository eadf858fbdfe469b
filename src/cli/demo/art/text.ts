import { type OutlineOptions as TextOptions, outlined as text } from '../../../media/text/outline'

export { text }

/** Text set from top to bottom; `x` is the middle of the column, `y` the top of the first character. */
export function column(value: string, options: Omit<TextOptions, 'anchor'>): string {
  const { x, y, size, spacing = 0 } = options
  const step = size * (1 + spacing)
  return [...value]
    .map((char, index) =>
      text(char, { ...options, x, y: y + size * 0.88 + index * step, anchor: 'middle', spacing: 0 }),
    )
    .join('')
}
