import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { TextSpec } from '../../../../src/media/spec'
import { textSvg } from '../../../../src/media/text/text-svg'

const spec: TextSpec = {
  ...{ kind: 'text', recipe: 1, width: 400, height: 200, format: 'png', body: '戴口罩' },
  ...{ color: '#ffffff', background: '#000000', align: 'center', weight: 700 },
}

/** The box in pixels that is lit. */
async function ink(changes: Partial<TextSpec>) {
  const { data, info } = await sharp(Buffer.from(textSvg({ ...spec, ...changes })))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const lit = [...data].flatMap((value, index) =>
    value > 128 && index % info.channels === 0 ? [index / info.channels] : [],
  )
  const xs = lit.map((at) => at % info.width)
  const ys = lit.map((at) => Math.floor(at / info.width))
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b))
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b))
  return {
    left: least(xs),
    right: info.width - 1 - most(xs),
    top: least(ys),
    bottom: info.height - 1 - most(ys),
  }
}

describe('textSvg', () => {
  it('sets a slogan as large as the screen lets it, in its middle', async () => {
    const { left, right, top, bottom } = await ink({})
    expect(Math.abs(left - right)).toBeLessThan(8)
    expect(Math.abs(top - bottom)).toBeLessThan(16)
    expect(left).toBeLessThan(40)
  })

  it('at the margin that it is aligned to', async () => {
    const text = { body: '防\n戴口罩出门去' }
    const [left, right] = [await ink({ ...text, align: 'left' }), await ink({ ...text, align: 'right' })]
    expect(left.left).toBeLessThan(30)
    expect(right.right).toBeLessThan(30)
  })

  it('inside the screen, however long or strange it is', async () => {
    for (const body of ['请'.repeat(800), 'A & B <script> "quoted" 😀', 'ﷺ', 'x'.repeat(300)]) {
      const { left, right, top, bottom } = await ink({ body, width: 384, height: 256 })
      expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(0)
    }
    expect(textSvg({ ...spec, body: '<script>' })).not.toContain('script')
  })
})
