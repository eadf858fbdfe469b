import { bokeh, rays } from '../motifs/scenery'
import { flame, house, note } from '../motifs/things'
import { at, circle, line, linear, path, radial, rect, svg } from '../svg'
import { column, text } from '../text'

const size = { width: 1080, height: 1080 }

/** Cover of 《在家能做啥》: a lit house and notes that rise from it. */
export function coverAtHome(): string {
  const notes = [
    [240, 260, 0.7],
    [420, 150, 0.5],
    [860, 230, 0.85],
  ].map(([x = 0, y = 0, scale = 1]) => at(x, y, scale, note('#fff1c9')))
  return svg(
    size,
    `<defs>${linear('eve', ['#20356f', '#5d4a9c', '#f08a5d'])}${radial('glow', ['#ffe9a8e0', '#ffe9a800'])}</defs>`,
    rect(0, 0, 1080, 1080, 'url(#eve)'),
    bokeh({ width: 1080, height: 560, count: 40, seed: 2, color: '#ffffff', largest: 10 }),
    circle(540, 640, 420, 'url(#glow)'),
    at(540, 590, 3, house('#fff6e2', '#c8502f', '#f4b942')),
    path('M0 850C300 800 780 800 1080 850V1080H0Z', '#3b2a5c'),
    ...notes,
    text('在家能做啥', {
      x: 540,
      y: 980,
      size: 132,
      weight: 900,
      fill: '#ffffff',
      anchor: 'middle',
      spacing: 0.04,
    }),
    text('云江区防疫主题原创歌曲', {
      x: 540,
      y: 1046,
      size: 40,
      weight: 500,
      fill: '#e5d8ff',
      anchor: 'middle',
      spacing: 0.12,
    }),
  )
}

/** Cover of 《来吧，大家一起来！》: people hand in hand around the sun. */
export function coverTogether(): string {
  const colors = ['#e2574c', '#f0932b', '#2f9e8f', '#2d82c4', '#c2488f', '#6a5acd', '#3fa34d', '#d6453d']
  const people = colors.map((color, index) => {
    const angle = (index / colors.length) * 360
    const person =
      circle(0, -52, 32, color) +
      path('M-46 66C-46 0-30-16 0-16C30-16 46 0 46 66Z', color) +
      line('M-44 10L-104-22M44 10L104-22', color, 20)
    return `<g transform="translate(540 440) rotate(${angle}) translate(0 -286)">${person}</g>`
  })
  return svg(
    size,
    `<defs>${radial('day', ['#fff7d6', '#ffd45e', '#ff9f3f'], [0.5, 0.4, 0.75])}</defs>`,
    rect(0, 0, 1080, 1080, 'url(#day)'),
    rays(540, 440, 1100, 28, '#ffffff', 0.22),
    ...people,
    circle(540, 440, 170, '#d6332b'),
    text('来吧', { x: 540, y: 490, size: 132, weight: 900, fill: '#fff3c9', anchor: 'middle' }),
    rect(0, 860, 1080, 220, '#d6332b'),
    text('大家一起来！', {
      x: 556,
      y: 976,
      size: 116,
      weight: 900,
      fill: '#ffffff',
      anchor: 'middle',
      spacing: 0.04,
    }),
    text('群防群控　主题歌曲', {
      x: 540,
      y: 1046,
      size: 44,
      weight: 500,
      fill: '#ffe1b0',
      anchor: 'middle',
      spacing: 0.16,
    }),
  )
}

/** Cover of 《让爱点燃希望》: a flame in the dark. */
export function coverHope(): string {
  return svg(
    size,
    `<defs>${linear('dark', ['#12121f', '#3a1420', '#6d1a22'])}${radial('glow', ['#ffcf7ae0', '#ff8a3a55', '#ff8a3a00'])}</defs>`,
    rect(0, 0, 1080, 1080, 'url(#dark)'),
    circle(660, 470, 520, 'url(#glow)'),
    bokeh({ width: 1080, height: 1080, count: 60, seed: 14, color: '#ffb35a', largest: 16 }),
    at(660, 430, 2.7, flame('#ff6b2c', '#ffb02e', '#fff2b8')),
    path('M470 800C470 700 850 700 850 800C850 860 760 880 660 880C560 880 470 860 470 800Z', '#f3e6d2'),
    path('M440 780C520 900 800 900 880 780C900 860 850 960 660 960C470 960 420 860 440 780Z', '#d9b48a'),
    column('让爱点燃', { x: 150, y: 120, size: 150, weight: 900, fill: '#ffffff', spacing: 0.06 }),
    column('希望', { x: 330, y: 120, size: 150, weight: 900, fill: '#ffb84d', spacing: 0.06 }),
    text('抗疫公益歌曲', { x: 80, y: 1010, size: 46, weight: 500, fill: '#f3c79a', spacing: 0.14 }),
  )
}
