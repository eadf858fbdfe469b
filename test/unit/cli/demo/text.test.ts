import { describe, expect, it } from 'vitest'
import { text } from '../../../../src/cli/demo/art/text'

describe('text', () => {
  it('is drawn as one path a character, and never as text that needs a font', () => {
    const drawn = text('众志成城', { x: 100, y: 200, size: 50, fill: '#fff' })
    expect(drawn.match(/<path /g)).toHaveLength(4)
    expect(drawn).not.toContain('<text')
    expect(drawn).toContain('translate(100 200)')
  })

  it('is placed by its middle or its end', () => {
    const place = (anchor: 'start' | 'middle' | 'end') =>
      Number(
        text('宣播', { x: 300, y: 0, size: 100, fill: '#fff', anchor }).match(
          /translate\((-?[\d.]+) 0\)/,
        )?.[1],
      )
    expect([place('start'), place('middle'), place('end')]).toEqual([300, 200, 100])
  })
})
