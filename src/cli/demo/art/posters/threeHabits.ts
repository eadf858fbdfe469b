import { apart, mask, virus, washing } from '../motifs/things'
import { at, linear, rect, svg } from '../svg'
import { column, text } from '../text'

const size = { width: 1920, height: 1080 }

/** 戴口罩 勤洗手 少聚集: three habits on three cards. */
export function threeHabits(): string {
  const side = [
    rect(0, 0, 470, 1080, 'url(#side)'),
    at(110, 900, 1.2, virus('#ffffff22', '#0b5d5833')),
    at(400, 130, 0.8, virus('#ffffff22', '#0b5d5833')),
    column('防疫三件事', { x: 285, y: 120, size: 150, weight: 900, fill: '#ffffff', spacing: 0.1 }),
    column('天天记心上', { x: 120, y: 300, size: 62, weight: 500, fill: '#bff0e4', spacing: 0.25 }),
  ]
  const cards = [
    card(0, '#e7574b', '戴口罩', '出门必戴 及时更换', mask('#ffffff', '#cfd8e3')),
    card(1, '#f0a02f', '勤洗手', '流动清水 二十秒', washing('#ffe0c2', '#ffffff')),
    card(2, '#2f7fc1', '少聚集', '不串门 保持一米', apart('#ffffff', '#cfe6fa', '#ffffff')),
  ]
  const foot = text('讲文明　讲卫生　讲科学　树新风', {
    x: 1195,
    y: 1012,
    size: 58,
    weight: 700,
    fill: '#0f6f68',
    anchor: 'middle',
    spacing: 0.14,
  })
  const defs = `<defs>${linear('side', ['#13a08f', '#0b6a63'])}${linear('page', ['#fffaf0', '#f7ead2'])}</defs>`
  return svg(size, defs, rect(0, 0, 1920, 1080, 'url(#page)'), ...side, ...cards, foot)
}

function card(index: number, color: string, title: string, hint: string, picture: string) {
  const x = 540 + index * 450
  const middle = x + 205
  return [
    rect(x + 8, 104, 410, 790, '#c9b58a', 'rx="36" opacity="0.35"'),
    rect(x, 90, 410, 790, '#ffffff', 'rx="36"'),
    `<path d="M${x} 126a36 36 0 0 1 36-36h338a36 36 0 0 1 36 36V540H${x}Z" fill="${color}"/>`,
    at(middle, 320, 1.2, picture),
    text(title, { x: middle, y: 700, size: 118, weight: 900, fill: color, anchor: 'middle', spacing: 0.02 }),
    text(hint, { x: middle, y: 806, size: 43, weight: 500, fill: '#5b5346', anchor: 'middle' }),
  ].join('')
}
