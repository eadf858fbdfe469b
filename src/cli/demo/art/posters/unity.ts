import { cloud, greatWall, rays, ridge } from '../motifs/scenery'
import { gold, linear, path, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1920, height: 1080 }

/** 众志成城 抗击疫情: the campaign's first poster, red and gold. */
export function unity(): string {
  const { width, height } = size
  const ground = rect(0, 0, width, height, 'url(#ground)') + rays(960, 900, 1500, 36, '#ffd98a', 0.1)
  const hills = [
    ridge({ width, base: 800, bottom: height, rise: 210, seed: 3, fill: '#a3141a' }),
    ridge({ width, base: 880, bottom: height, rise: 190, seed: 8, fill: '#850d14' }),
    greatWall(width, 850, height, '#6a070e'),
    rect(0, 968, width, 112, '#4f0409'),
  ]
  const clouds = cloud(150, 130, 0.9, '#f7cf62', 0.7) + cloud(1770, 130, 0.9, '#f7cf62', 0.7)
  const title = { x: 960, y: 470, size: 340, weight: 900, anchor: 'middle', spacing: 0.02 } as const
  const words = [
    text('众志成城', { ...title, x: 966, y: 480, fill: '#4f0409', opacity: 0.55 }),
    text('众志成城', { ...title, fill: 'url(#gold)' }),
    ribbon(),
    text('抗击疫情  人人有责', {
      x: 960,
      y: 664,
      size: 92,
      weight: 900,
      fill: '#b3161b',
      anchor: 'middle',
      spacing: 0.08,
    }),
    text('科学防控　群防群治　同舟共济', {
      x: 960,
      y: 820,
      size: 54,
      weight: 500,
      fill: '#ffe9b8',
      anchor: 'middle',
      spacing: 0.12,
    }),
    text('云江区精神文明建设委员会办公室　宣', {
      x: 960,
      y: 1042,
      size: 40,
      weight: 500,
      fill: '#f7cf62',
      anchor: 'middle',
      spacing: 0.1,
    }),
  ]
  const defs = `<defs>${linear('ground', ['#8c0b12', '#c81d1e', '#e64a2a'])}${gold('gold')}${linear('paper', ['#fff3cf', '#f6cf72'])}</defs>`
  return svg(size, defs, ground, clouds, ...hills, ...words)
}

function ribbon() {
  const tails = path(
    'M330 600L460 580V700L330 720L372 660ZM1590 600L1460 580V700L1590 720L1548 660Z',
    '#d9962f',
  )
  return tails + path('M420 562H1500V694H420Z', 'url(#paper)')
}
