import { apart, mask, washing, window } from '../motifs/things'
import { at, linear, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 384, height: 256 }

/** Signs for an LED wall of few pixels: few words, thick strokes, strong contrast. */
export function smallMask(): string {
  return sign(['#c4121a', '#7d070d'], mask('#ffffff', '#c9d6e4'), '戴口罩', '#ffe27a', '人人戴 更安心')
}

export function smallWash(): string {
  return sign(['#0d6fc0', '#063a74'], washing('#ffdcb8', '#bfe6ff'), '勤洗手', '#ffffff', '七步法 二十秒')
}

export function smallApart(): string {
  return sign(
    ['#0b7f62', '#04463a'],
    apart('#ffffff', '#ffe27a', '#ffffff'),
    '一米线',
    '#ffe27a',
    '不扎堆 不聚集',
  )
}

export function smallAir(): string {
  return sign(['#e0881c', '#8f4405'], window('#ffffff', '#ffd28a'), '常通风', '#ffffff', '早晚各半小时')
}

function sign(ground: string[], picture: string, title: string, color: string, hint: string) {
  return svg(
    size,
    `<defs>${linear('ground', ground)}</defs>`,
    rect(0, 0, 384, 256, 'url(#ground)'),
    at(192, 54, 0.46, picture),
    text(title, { x: 192, y: 194, size: 98, weight: 900, fill: color, anchor: 'middle', spacing: 0.04 }),
    text(hint, { x: 192, y: 241, size: 36, weight: 700, fill: '#ffffff', anchor: 'middle', spacing: 0.04 }),
  )
}
