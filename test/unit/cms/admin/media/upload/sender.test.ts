import { expect, it } from 'vitest'
import { kindOfFault } from '../../../../../../src/cms/admin/media/upload/sender'

it.each([
  ['a file of a kind that is not accepted, locked or too large', [400, 413, 415], 'refused'],
  ['a server that fails, is full or does not answer', [0, 500, 503, 507], 'stopped'],
  ['who was signed out, an upload that is lost or out of step', [401, 403, 404, 409, 410, 423], 'stopped'],
])('%s: another try is offered only where it can help', (_, statuses, kind) => {
  expect(statuses.map(kindOfFault)).toEqual(statuses.map(() => kind))
})
