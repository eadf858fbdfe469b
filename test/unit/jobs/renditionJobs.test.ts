import { expect, it } from 'vitest'
import { waitingRenditions } from '../../../src/jobs/renditionJobs'
import { aRendition } from '../../factories/documents'

const waiting = (key: string, createdAt: string) => aRendition({ key, state: 'waiting', createdAt })

it('what waits comes soonest on air first, then in the order of its making; no other state, and nothing that nobody needs', () => {
  const renditions = [
    waiting('no time, later', '2026-01-02'),
    waiting('no time', '2026-01-01'),
    waiting('tomorrow', '2026-01-01'),
    waiting('now', '2026-01-03'),
    waiting('not needed', '2026-01-01'),
    aRendition({ key: 'made' }),
    aRendition({ key: 'failed', state: 'failed' }),
  ]
  const neededFrom = new Map<string, number | null>([
    ...renditions.map(({ key }) => [key, null] as const).filter(([key]) => key !== 'not needed'),
    ['now', 1],
    ['tomorrow', 2],
  ])
  const order = waitingRenditions(renditions, neededFrom).map(({ key }) => key)
  expect(order).toEqual(['now', 'tomorrow', 'no time', 'no time, later'])
})
