import { expect, it } from 'vitest'
import { songCard } from '../../../src/typeset/song-card'

const measure = (text: string) => [...text].length

it.each([
  ['television', 1920, 1080, true, 778, ['让爱点燃希望']],
  ['upright', 1080, 1920, false, 778, ['让爱点燃希望']],
  ['strip', 1920, 360, true, 259, ['让爱点燃希望']],
] as const)('on %s the cover stands beside or above the title', (_name, width, height, wide, side, lines) => {
  const card = songCard({ title: '让爱点燃希望', width, height, measure })
  expect(card).toMatchObject({ wide, side, title: { lines } })
  const words = Math.max(...lines.map(measure)) * card.title.size
  expect(words).toBeLessThanOrEqual(card.room)
  expect(wide ? side + words : words).toBeLessThanOrEqual(width)
})
