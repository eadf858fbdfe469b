import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { segmentLines } from './lines'

// The worked examples of the documentation: a heading, a problem, and the segments that it gives.
const EXAMPLE =
  /^### (Example: .+)$[\s\S]*?^```json problem$([\s\S]*?)^```$[\s\S]*?^```text segments\n([\s\S]*?)^```$/gm
const document = readFileSync(new URL('../../../docs/scheduling.md', import.meta.url), 'utf8')
const examples = [...document.matchAll(EXAMPLE)].map(([, title = '', problem = '', segments = '']) => ({
  title,
  problem: JSON.parse(problem) as unknown,
  segments: segments.trimEnd().split('\n'),
}))

describe('docs/scheduling.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4)
  })

  it.each(examples)('$title', ({ problem, segments }) => {
    expect(segmentLines(problem)).toEqual(segments)
  })
})
