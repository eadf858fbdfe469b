import { bokeh, rays, ridge, skyline } from '../motifs/scenery'
import { heart, house, mask, medic, virus } from '../motifs/things'
import { at, circle, linear, path, radial, rect, svg } from '../svg'
import { text } from '../text'
import type { Film, Layer, Scene } from './film'

const frame = { width: 720, height: 1280 }

/** 短视频《志愿送暖 共同战疫》: upright, three scenes, for lobbies and phones. */
export function warmth(): Film {
  return { ...frame, scenes: [opening(), delivery(), ending()] }
}

function opening(): Scene {
  const ground = { width: 720, height: 1500 }
  const picture = svg(
    ground,
    `<defs>${linear('g', ['#8c0b12', '#d2261f', '#f0622f'])}</defs>`,
    rect(0, 0, 720, 1500, 'url(#g)'),
    rays(360, 1250, 1500, 40, '#ffd98a', 0.13),
    ridge({ width: 720, base: 1240, bottom: 1500, rise: 190, seed: 6, fill: '#a3141a' }),
    ridge({ width: 720, base: 1330, bottom: 1500, rise: 150, seed: 2, fill: '#7d0b12' }),
  )
  const volunteer = (x: number, y: number, scale: number) =>
    at(x, y, scale, medic('#e0342b', '#a81c18', '#f3c9a5', '#ffffff'))
  const team = svg(frame, volunteer(150, 1080, 1.5), volunteer(570, 1080, 1.5), volunteer(360, 1020, 1.9))
  return {
    seconds: 4,
    ground: { svg: picture, ...ground },
    layers: [
      petals('#ffe3a3'),
      words('志愿送暖', 330, 160, '#ffffff', { at: 0.3, from: 'left' }),
      words('共同战疫', 520, 160, '#ffe08a', { at: 0.8, from: 'right' }),
      words('云江区新时代文明实践志愿服务队', 620, 42, '#fff0cf', { at: 1.4, from: 'here' }, 500),
      { svg: team, x: 0, y: 0, at: 1.2, from: 'below' },
    ],
  }
}

function delivery(): Scene {
  const ground = { width: 1080, height: 1280 }
  const picture = svg(
    ground,
    `<defs>${linear('g', ['#7cc8ee', '#d9f1fb', '#fff3d6'])}</defs>`,
    rect(0, 0, 1080, 1280, 'url(#g)'),
    circle(840, 260, 100, '#fff1b8'),
    skyline(1080, 980, 420, 17, '#a9d3ea', '#ffffff'),
    rect(0, 980, 1080, 300, '#7fb86a'),
    path('M0 1060H1080V1180H0Z', '#8d98a8'),
    at(250, 866, 1.5, house('#fff6e2', '#d4553a', '#5b8fb9')),
    at(830, 866, 1.5, house('#fff6e2', '#3d8f6a', '#5b8fb9')),
  )
  const porter = svg(
    frame,
    rect(300, 1090, 44, 100, '#2c3550', 'rx="8"') + rect(376, 1090, 44, 100, '#2c3550', 'rx="8"'),
    at(360, 866, 1.7, medic('#e0342b', '#a81c18', '#f3c9a5', '#ffffff')),
    rect(236, 926, 248, 180, '#d9a05b', 'rx="10"'),
    rect(236, 996, 248, 26, '#b97e3d'),
    at(360, 970, 0.34, heart('#e0342b')),
  )
  return {
    seconds: 4,
    ground: { svg: picture, ...ground },
    layers: [
      words('送菜上门', 290, 156, '#c8321f', { at: 0.2, from: 'left' }, 900, '#ffffff'),
      words('送药到家', 476, 156, '#c8321f', { at: 0.9, from: 'right' }, 900, '#ffffff'),
      { svg: porter, x: 0, y: 0, at: 0.3, from: 'right' },
    ],
  }
}

function ending(): Scene {
  const ground = { width: 720, height: 1280 }
  const picture = svg(
    ground,
    `<defs>${linear('g', ['#27175a', '#7a2a74', '#e4576b'])}${radial('glow', ['#ffd7a8c0', '#ffd7a800'])}</defs>`,
    rect(0, 0, 720, 1280, 'url(#g)'),
    circle(360, 470, 420, 'url(#glow)'),
  )
  const badge = svg(
    { width: 420, height: 420 },
    at(210, 215, 1.9, heart('#ff5d73')),
    at(210, 190, 0.9, mask('#ffffff', '#ffc2cd')),
  )
  const germ = svg({ width: 200, height: 200 }, at(100, 100, 0.9, virus('#5d3590', '#472678')))
  return {
    seconds: 4,
    ground: { svg: picture, ...ground },
    layers: [
      petals('#ffd0de'),
      { svg: germ, x: 40, y: 110, at: 0, from: 'here', turns: 0.12 },
      { svg: germ, x: 500, y: 690, at: 0, from: 'here', turns: -0.1 },
      { svg: badge, x: 150, y: 260, at: 0.2, from: 'above' },
      words('有我们在', 890, 150, '#ffffff', { at: 0.6, from: 'below' }),
      words('请您放心', 1060, 150, '#ffe27a', { at: 1.1, from: 'below' }),
      words('志愿红  最温暖', 1170, 52, '#ffe3ec', { at: 1.7, from: 'here' }, 500),
    ],
  }
}

function petals(color: string): Layer {
  const picture = svg(
    { width: 720, height: 1600 },
    bokeh({ width: 720, height: 1600, count: 46, seed: 77, color, largest: 44 }),
  )
  return { svg: picture, x: 0, y: 0, at: 0, from: 'here', drift: [0, -70] }
}

type Coming = Pick<Layer, 'at' | 'from'>

function words(
  value: string,
  y: number,
  size: number,
  fill: string,
  coming: Coming,
  weight: 500 | 900 = 900,
  outline = '',
): Layer {
  const edge = outline ? { outline: { color: outline, width: 14 } } : {}
  return {
    svg: svg(frame, text(value, { x: 360, y, size, weight, fill, anchor: 'middle', spacing: 0.03, ...edge })),
    x: 0,
    y: 0,
    ...coming,
  }
}
