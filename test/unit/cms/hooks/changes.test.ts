import { expect, it, vi } from 'vitest'
import { announce, type Change, onChange } from '../../../../src/cms/hooks/changes'

const change: Change = { collection: 'contents', id: '1', operation: 'update' }

it('tells every listener until it stops listening', () => {
  const [first, second] = [vi.fn(), vi.fn()]
  const stopFirst = onChange(first)
  const stopSecond = onChange(second)
  announce(change)
  stopFirst()
  announce(change)
  stopSecond()
  announce(change)
  expect(first.mock.calls).toEqual([[change]])
  expect(second.mock.calls).toEqual([[change], [change]])
})

it('is heard across copies of the module, as Next makes them', async () => {
  const heard = vi.fn()
  const stop = onChange(heard)
  vi.resetModules()
  const copy = await import('../../../../src/cms/hooks/changes')
  copy.announce(change)
  stop()
  expect(copy.announce).not.toBe(announce)
  expect(heard).toHaveBeenCalledWith(change)
})
