import { bokeh, cloud, greatWall, rays, ridge } from '../motifs/scenery'
import { apart, mask, virus, washing, window } from '../motifs/things'
import { at, circle, gold, line, linear, path, radial, rect, svg } from '../svg'
import { text } from '../text'
import type { Film, Layer, Scene } from './film'

const frame = { width: 1280, height: 720 }

/** 宣传片《来吧，大家一起来！》: three scenes for bus television. */
export function togetherFilm(): Film {
  return { ...frame, scenes: [circleOfPeople(), habits(), oath()] }
}

function circleOfPeople(): Scene {
  const ground = { width: 1480, height: 720 }
  const picture = svg(
    ground,
    `<defs>${radial('day', ['#fff3c4', '#ffc94f', '#ff9138'], [0.5, 0.5, 0.7])}</defs>`,
    rect(0, 0, 1480, 720, 'url(#day)'),
    rays(740, 360, 1100, 32, '#ffffff', 0.24),
  )
  const colors = ['#e2574c', '#f0932b', '#2f9e8f', '#2d82c4', '#c2488f', '#6a5acd', '#3fa34d', '#d6453d']
  const people = colors.map((color, index) => {
    const person =
      circle(0, -52, 32, color) +
      path('M-46 66C-46 0-30-16 0-16C30-16 46 0 46 66Z', color) +
      line('M-44 10L-104-22M44 10L104-22', color, 20)
    return `<g transform="translate(320 320) rotate(${(index / colors.length) * 360}) translate(0 -216) scale(0.78)">${person}</g>`
  })
  const ring = svg({ width: 640, height: 640 }, ...people)
  const hub = svg(
    frame,
    circle(330, 360, 128, '#d6332b'),
    text('一起来', { x: 330, y: 385, size: 72, weight: 900, fill: '#fff3c9', anchor: 'middle' }),
  )
  return {
    seconds: 4,
    ground: { svg: picture, ...ground },
    layers: [
      { svg: ring, x: 10, y: 40, at: 0, from: 'here', turns: 0.09 },
      { svg: hub, x: 0, y: 0, at: 0, from: 'here' },
      words('来吧', 930, 320, 190, '#d6332b', { at: 0.3, from: 'right' }, '#fff6dc'),
      words('大家一起来！', 930, 480, 104, '#b3161b', { at: 0.9, from: 'right' }, '#fff6dc'),
      words('群防群控  人人参与', 930, 580, 50, '#7d3b08', { at: 1.5, from: 'here' }),
    ],
  }
}

function habits(): Scene {
  const ground = { width: 1280, height: 860 }
  const picture = svg(
    ground,
    `<defs>${linear('g', ['#0b6a63', '#13a08f', '#8fe0cd'])}</defs>`,
    rect(0, 0, 1280, 860, 'url(#g)'),
    bokeh({ width: 1280, height: 860, count: 50, seed: 12, color: '#ffffff', largest: 70 }),
  )
  const cards: [string, string, string][] = [
    ['戴口罩', '#e7574b', mask('#ffffff', '#ffd3cd')],
    ['勤洗手', '#f0a02f', washing('#ffe6cd', '#ffffff')],
    ['少聚集', '#2f7fc1', apart('#ffffff', '#cfe6fa', '#ffffff')],
    ['常通风', '#7a58c4', window('#ffffff', '#ddd0fb')],
  ]
  const layers = cards.map(([title, color, thing], index): Layer => {
    const card = svg(
      { width: 280, height: 400 },
      rect(0, 0, 280, 400, color, 'rx="28"'),
      at(140, 150, 0.92, thing),
      text(title, { x: 140, y: 346, size: 76, weight: 900, fill: '#ffffff', anchor: 'middle' }),
    )
    return {
      svg: card,
      x: 50 + index * 300,
      y: 220,
      at: 0.4 + index * 0.45,
      from: index % 2 ? 'above' : 'below',
    }
  })
  const germ = svg({ width: 200, height: 200 }, at(100, 100, 0.9, virus('#0b6a63', '#084f4a')))
  return {
    seconds: 4.5,
    ground: { svg: picture, ...ground },
    layers: [
      { svg: germ, x: 60, y: 20, at: 0, from: 'here', turns: 0.12 },
      { svg: germ, x: 1030, y: 10, at: 0, from: 'here', turns: -0.1 },
      words('防疫四件事  天天记心上', 640, 140, 84, '#ffffff', { at: 0.1, from: 'above' }),
      ...layers,
    ],
  }
}

function oath(): Scene {
  const ground = { width: 1600, height: 720 }
  const picture = svg(
    ground,
    `<defs>${linear('red', ['#8c0b12', '#d2261f', '#f0622f'])}</defs>`,
    rect(0, 0, 1600, 720, 'url(#red)'),
    rays(800, 640, 1200, 40, '#ffd98a', 0.12),
    cloud(300, 130, 0.8, '#f7cf62', 0.7),
    cloud(1300, 130, 0.8, '#f7cf62', 0.7),
    ridge({ width: 1600, base: 600, bottom: 720, rise: 150, seed: 4, fill: '#a3141a' }),
    greatWall(1600, 630, 720, '#6a070e'),
  )
  const title = text('众志成城', {
    x: 640,
    y: 330,
    size: 210,
    weight: 900,
    fill: 'url(#gold)',
    anchor: 'middle',
    spacing: 0.03,
  })
  return {
    seconds: 4.5,
    ground: { svg: picture, ...ground },
    layers: [
      { svg: svg(frame, `<defs>${gold('gold')}</defs>`, title), x: 0, y: 0, at: 0.2, from: 'above' },
      words('战疫必胜', 640, 500, 130, '#ffffff', { at: 0.9, from: 'below' }),
      words('云江区融媒体中心  制作', 640, 590, 40, '#ffe08a', { at: 1.8, from: 'here' }),
    ],
  }
}

type Coming = Pick<Layer, 'at' | 'from'>

function words(
  value: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  coming: Coming,
  outline = '',
): Layer {
  const edge = outline ? { outline: { color: outline, width: 12 } } : {}
  return {
    svg: svg(frame, text(value, { x, y, size, weight: 900, fill, anchor: 'middle', spacing: 0.03, ...edge })),
    x: 0,
    y: 0,
    ...coming,
  }
}
