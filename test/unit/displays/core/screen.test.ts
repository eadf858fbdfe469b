import { describe, expect, it } from 'vitest'
import { placeScreen, type ScreenMode, transformOf } from '../../../../displays/core/screen'

type Case = [
  string,
  [number, number, 0 | 90 | 180 | 270],
  [number, number],
  ScreenMode,
  number,
  number,
  number,
]

describe('placeScreen', () => {
  it.each<Case>([
    ['an LED on its own size', [384, 256, 0], [384, 256], 'auto', 1, 0, 0],
    ['an LED in the corner of a bigger picture', [384, 256, 0], [1920, 1080], 'auto', 1, 0, 0],
    ['a long LED as wide as the picture', [1920, 360, 0], [1920, 1080], 'auto', 1, 0, 0],
    ['a bus TV that fills a full-HD window', [1280, 720, 0], [1920, 1080], 'auto', 1.5, 0, 0],
    [
      'a full-HD picture on a box that counts fewer CSS pixels',
      [1920, 1080, 0],
      [1280, 720],
      'auto',
      2 / 3,
      0,
      0,
    ],
    ['an upright picture on a desk monitor', [1080, 1920, 0], [1920, 1080], 'auto', 0.5625, 656, 0],
    ['an upright picture on a turned screen', [1080, 1920, 90], [1920, 1080], 'auto', 1, 0, 0],
    ['a frame of the demo page', [384, 256, 0], [768, 600], 'fit', 2, 0, 44],
    ['an exact one in a window of its shape', [1280, 720, 0], [1920, 1080], 'exact', 1, 0, 0],
  ])('%s', (_, [width, height, rotate], [w, h], mode, scale, left, top) => {
    const placement = placeScreen({ width, height, rotate }, { width: w, height: h }, mode)
    expect(placement.scale).toBeCloseTo(scale, 6)
    expect(placement).toMatchObject({ left, top, rotate })
  })
})

describe('transformOf', () => {
  it.each([0, 90, 180, 270] as const)(
    'keeps the whole picture in the window, turned by %i degrees',
    (rotate) => {
      const screen = { width: 1080, height: 1920, rotate }
      const turned = rotate % 180 === 90
      const window = turned ? { width: 1920, height: 1080 } : { width: 1080, height: 1920 }
      const placement = placeScreen(screen, window, 'auto')
      const [, x, y] = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(transformOf(placement, screen)) ?? []
      const angle = (rotate * Math.PI) / 180
      const corners = [
        [0, 0],
        [screen.width, 0],
        [0, screen.height],
        [screen.width, screen.height],
      ].map(([cx = 0, cy = 0]) => [
        Number(x) + cx * Math.cos(angle) - cy * Math.sin(angle),
        Number(y) + cx * Math.sin(angle) + cy * Math.cos(angle),
      ])
      const xs = corners.map(([cx = 0]) => Math.round(cx) + 0)
      const ys = corners.map(([, cy = 0]) => Math.round(cy) + 0)
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, window.width])
      expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, window.height])
    },
  )
})
