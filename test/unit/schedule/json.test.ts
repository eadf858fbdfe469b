import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimeline, outlineOf, printTimeline, resolve } from '../../../src/schedule'
import { jsonPieces } from '../../../src/schedule/json'
import { lanesInput } from '../../factories/problem'
import { parsed } from './lines'

describe('JSON in pieces', () => {
  it('is what JSON.stringify gives, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 2, 4), (value, indent) => {
        expect([...jsonPieces(value, indent)].join('')).toBe(JSON.stringify(value, null, indent))
      }),
      { numRuns: 500 },
    )
  })

  it('reads a list only when its place has come, and gives it piece by piece', () => {
    let read = 0
    function* list() {
      for (; read < 100_000; read += 1) yield { number: read }
    }
    const pieces = jsonPieces({ first: [], list: list() }, 2)
    const { value: first } = pieces.next()
    expect(read).toBeLessThan(10_000)
    const text = [first, ...pieces].join('')
    expect(JSON.parse(text)).toEqual({
      first: [],
      list: Array.from({ length: 100_000 }, (_, i) => ({ number: i })),
    })
  })

  it.each([0, 2])('prints a timeline as its JSON, indented by %s', (indent) => {
    const input = lanesInput(
      [
        { id: 's', seconds: [20, 40.5], dayparts: [{ from: '07:00', to: '09:30' }] },
        { id: 't', seconds: [20], playsPerHour: 7, dayparts: [{ from: '08:00', to: '10:00' }] },
        { id: 'never "\n', seconds: [20], end: '2020-01-01T00:00' },
      ],
      { display: { id: '灯', filler: 'pl-s' } },
    )
    for (const plays of [false, true]) {
      const printed = [...printTimeline(outlineOf(parsed(input)), { plays, indent })].join('')
      expect(printed).toBe(JSON.stringify(formatTimeline(resolve(parsed(input), { plays })), null, indent))
    }
  })
})
