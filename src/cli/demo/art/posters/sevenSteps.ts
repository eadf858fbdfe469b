import { bokeh } from '../motifs/scenery'
import { drop } from '../motifs/things'
import { circle, linear, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1080, height: 1920 }

const steps = [
  ['内', '掌心相对揉搓'],
  ['外', '手指交叉搓手背'],
  ['夹', '掌心相对搓指缝'],
  ['弓', '弯曲指节搓掌心'],
  ['大', '握住拇指转一转'],
  ['立', '指尖并拢搓掌心'],
  ['腕', '握住手腕来回搓'],
] as const

/** 七步洗手法: the seven characters that everybody learnt. */
export function sevenSteps(): string {
  const rows = steps.map(([char, what], index) => {
    const y = 560 + index * 172
    const isOdd = index % 2 === 1
    return [
      rect(90, y - 70, 900, 140, isOdd ? '#ffffff' : '#eaf6ff', 'rx="70" opacity="0.96"'),
      circle(164, y, 84, isOdd ? '#1c86d1' : '#0f5fae'),
      text(char, { x: 164, y: y + 40, size: 110, weight: 900, fill: '#ffffff', anchor: 'middle' }),
      text(what, { x: 290, y: y + 22, size: 64, weight: 500, fill: '#0b3d73' }),
      text(`${index + 1}`, { x: 930, y: y + 26, size: 72, weight: 900, fill: '#9ccbee', anchor: 'middle' }),
    ].join('')
  })
  const words = [
    text('七步洗手法', { x: 540, y: 276, size: 168, weight: 900, fill: '#ffffff', anchor: 'middle' }),
    text('每步五次　不少于二十秒', {
      x: 540,
      y: 396,
      size: 62,
      weight: 500,
      fill: '#dff2ff',
      anchor: 'middle',
      spacing: 0.08,
    }),
    text('科学洗手　健康在手', {
      x: 540,
      y: 1838,
      size: 74,
      weight: 900,
      fill: '#ffffff',
      anchor: 'middle',
      spacing: 0.1,
    }),
  ]
  const drops = [
    [70, 130, 30],
    [1010, 110, 36],
    [1024, 400, 22],
    [60, 400, 20],
  ].map(([x = 0, y = 0, r = 0]) => drop(x, y, r, '#ffffff88'))
  const defs = `<defs>${linear('water', ['#0e6fc4', '#2a9fe0', '#0f5fae'])}</defs>`
  const ground =
    rect(0, 0, 1080, 1920, 'url(#water)') +
    bokeh({ width: 1080, height: 1920, count: 60, seed: 9, color: '#ffffff', largest: 60 })
  return svg(size, defs, ground, ...drops, ...rows, ...words)
}
