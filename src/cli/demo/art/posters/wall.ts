import { bokeh, cloud, greatWall, rays, ridge } from '../motifs/scenery'
import { heart, virus } from '../motifs/things'
import { at, gold, line, linear, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1920, height: 360 }

/** 众志成城 共克时艰: a strip over the square. */
export function together(): string {
  const ground = rect(0, 0, 1920, 360, 'url(#red)') + rays(960, 380, 1100, 60, '#ffd98a', 0.1)
  const hills =
    ridge({ width: 1920, base: 330, bottom: 360, rise: 110, seed: 4, fill: '#9b1117' }) +
    greatWall(1920, 318, 360, '#6a070e')
  const clouds = cloud(112, 110, 0.62, '#f7cf62', 0.75) + cloud(1808, 110, 0.62, '#f7cf62', 0.75)
  const words = { y: 208, size: 178, weight: 900, anchor: 'middle', fill: 'url(#gold)' } as const
  const title = text('众志成城', { ...words, x: 580 }) + text('共克时艰', { ...words, x: 1340 })
  const foot = text('坚定信心　同舟共济　科学防治　精准施策', {
    x: 960,
    y: 298,
    size: 48,
    weight: 700,
    fill: '#fff1cc',
    anchor: 'middle',
    spacing: 0.14,
  })
  return svg(
    size,
    `<defs>${linear('red', ['#8c0b12', '#d2261f'])}${gold('gold')}</defs>`,
    ground,
    hills,
    clouds,
    title,
    foot,
  )
}

/** 隔离病毒 不隔离爱: a heartbeat that runs into a heart. */
export function love(): string {
  const ground =
    rect(0, 0, 1920, 360, 'url(#dusk)') +
    bokeh({ width: 1920, height: 360, count: 46, seed: 31, color: '#ffd7e4', largest: 46 })
  const pulse = line(
    'M0 196H330L356 176L384 196H420L448 250L492 70L536 290L566 196H640',
    '#ffb3c7',
    9,
    'opacity="0.9"',
  )
  const germ = at(150, 120, 0.8, virus('#7c4fb0', '#5d3590'))
  const words = [
    text('隔离病毒', { x: 680, y: 216, size: 140, weight: 900, fill: '#ffffff' }),
    text('不隔离爱', { x: 1288, y: 216, size: 140, weight: 900, fill: '#ffe27a' }),
    text('志愿送暖　守望相助', {
      x: 1264,
      y: 306,
      size: 46,
      weight: 500,
      fill: '#ffe3ec',
      anchor: 'middle',
      spacing: 0.16,
    }),
  ]
  const defs = `<defs>${linear('dusk', ['#3d1f6e', '#a3316f', '#e4576b'], [0, 0, 1, 0])}</defs>`
  return svg(size, defs, ground, germ, pulse, at(560, 190, 0.62, heart('#ff5d73')), ...words)
}
