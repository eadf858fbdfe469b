/**
 * Where an arrow key leads from the card `at`, given how far from the top each stands, row by row; null where it leads nowhere.
 * Up and down keep to the column; a last row that is shorter is entered at its end.
 */
export function neighbour(key: string, at: number, tops: readonly number[]): number | null {
  const columns = tops.findIndex((top) => top !== tops[0])
  const width = columns < 0 ? tops.length : columns
  const last = tops.length - 1
  const within = (index: number) => (index >= 0 && index <= last ? index : null)
  switch (key) {
    case 'ArrowLeft':
      return within(at - 1)
    case 'ArrowRight':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - width)
    case 'ArrowDown': {
      const isInLastRow = Math.floor(at / width) === Math.floor(last / width)
      return isInLastRow ? null : Math.min(at + width, last)
    }
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
