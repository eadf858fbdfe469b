import { bokeh } from '../motifs/scenery'
import { book, dumbbell, family, note, pot, window } from '../motifs/things'
import { at, circle, linear, path, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1080, height: 1920 }

const ideas = [
  { title: '读一本好书', color: '#e2574c', picture: book('#ffffff', '#ffd9d2') },
  { title: '练一套操', color: '#2f9e8f', picture: dumbbell('#ffffff') },
  { title: '学一道菜', color: '#f0932b', picture: pot('#ffffff', '#ffe4bd') },
  { title: '陪一家人', color: '#6a5acd', picture: family('#ffffff', '#dcd6ff', '#fff0c9') },
  { title: '唱一首歌', color: '#2d82c4', picture: note('#ffffff') },
  { title: '开一扇窗', color: '#c2488f', picture: window('#ffffff', '#f3c3df') },
]

/** 在家能做啥: six ideas under one roof. */
export function atHome(): string {
  const tiles = ideas.map(({ title, color, picture }, index) => {
    const x = 150 + (index % 2) * 410
    const y = 700 + Math.floor(index / 2) * 350
    return [
      rect(x, y, 370, 310, color, 'rx="30"'),
      at(x + 185, y + 120, 0.92, picture),
      text(title, { x: x + 185, y: y + 280, size: 54, weight: 700, fill: '#ffffff', anchor: 'middle' }),
    ].join('')
  })
  const roof =
    path('M540 150L1040 640H960V1800H120V640H40Z', '#fffaf0') +
    path('M540 96L1080 626L1044 668L540 172L36 668L0 626Z', '#b5452c')
  const chimney = rect(800, 210, 90, 190, '#8d3422')
  const words = [
    text('在家', { x: 540, y: 410, size: 104, weight: 700, fill: '#8d3422', anchor: 'middle', spacing: 0.2 }),
    text('能做啥', { x: 540, y: 620, size: 196, weight: 900, fill: '#b5452c', anchor: 'middle' }),
    text('少出门　不聚会　日子一样有滋味', {
      x: 540,
      y: 1872,
      size: 50,
      weight: 700,
      fill: '#7a3a12',
      anchor: 'middle',
      spacing: 0.03,
    }),
  ]
  const defs = `<defs>${linear('sun', ['#ffd76b', '#ffb347', '#ffe29a'])}</defs>`
  const sky =
    rect(0, 0, 1080, 1920, 'url(#sun)') +
    bokeh({ width: 1080, height: 1920, count: 40, seed: 21, color: '#ffffff', largest: 70 })
  return svg(size, defs, sky, circle(150, 190, 90, '#fff3c4'), chimney, roof, ...tiles, ...words)
}
