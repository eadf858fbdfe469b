import { expect, it } from 'vitest'
import { livenessOf } from '../../../../../src/cms/admin/displays/liveness'

const now = Date.parse('2026-10-01T12:00:00Z')
const seen = (secondsAgo: number) => new Date(now - secondsAgo * 1000).toISOString()
const pairedAt = '2026-01-01T00:00:00Z'

it.each([
  ['no state at all', null, 'unpaired'],
  ['a state without a pairing', { lastSeenAt: seen(1) }, 'unpaired'],
  ['paired, never heard of', { pairedAt }, 'never-seen'],
  ['heard of just now', { pairedAt, lastSeenAt: seen(0) }, 'online'],
  ['two reports missed', { pairedAt, lastSeenAt: seen(94) }, 'online'],
  ['three reports missed', { pairedAt, lastSeenAt: seen(95) }, 'late'],
  ['silent for ten minutes', { pairedAt, lastSeenAt: seen(600) }, 'offline'],
  ['a clock ahead of ours', { pairedAt, lastSeenAt: seen(-30) }, 'online'],
])('%s: %j is %s', (_, state, liveness) => {
  expect(livenessOf(state, now)).toBe(liveness)
})
