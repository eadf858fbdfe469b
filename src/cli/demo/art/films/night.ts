import { bokeh, skyline } from '../motifs/scenery'
import { heart, medic } from '../motifs/things'
import { at, circle, linear, path, radial, rect, svg } from '../svg'
import { text } from '../text'
import type { Film, Layer, Scene } from './film'

const frame = { width: 1920, height: 360 }
const ground = { width: 2300, height: 360 }

/** 《致敬最美逆行者》 for the strip over the square: a night that turns to morning. */
export function night(): Film {
  return { ...frame, scenes: [dark(), dawn()] }
}

function dark(): Scene {
  return {
    seconds: 5,
    ground: { svg: town(['#081736', '#16407f', '#2c5c9e'], '#ffd98a'), ...ground },
    layers: [
      lights('#ffe7b0'),
      { svg: svg(frame, team(1610)), x: 0, y: 0, at: 0.2, from: 'right' },
      {
        svg: svg({ width: 200, height: 200 }, at(100, 110, 0.8, heart('#ff6b5e'))),
        x: 80,
        y: 44,
        at: 0.3,
        from: 'here',
      },
      words('致敬最美逆行者', 290, 196, 134, '#ffffff', { at: 0.6, from: 'left' }),
    ],
  }
}

function dawn(): Scene {
  const sun = svg(
    { width: 900, height: 900 },
    `<defs>${radial('s', ['#fff3c4', '#ffd27a90', '#ffd27a00'])}</defs>`,
    circle(450, 450, 450, 'url(#s)'),
  )
  return {
    seconds: 5,
    ground: { svg: town(['#5b3d8f', '#e4756b', '#ffd39a'], '#fff4d0'), ...ground },
    layers: [
      { svg: sun, x: 1180, y: 0, at: 0, from: 'here', drift: [0, -50] },
      { svg: svg(frame, team(1610)), x: 0, y: 0, at: 0, from: 'here' },
      words('每一束微光', 90, 186, 114, '#ffffff', { at: 0.4, from: 'below' }),
      words('都照亮前路', 710, 186, 114, '#fff0a8', { at: 1.1, from: 'below' }),
    ],
  }
}

function town(sky: string[], windows: string) {
  return svg(
    ground,
    `<defs>${linear('sky', sky)}</defs>`,
    rect(0, 0, 2300, 360, 'url(#sky)'),
    skyline(2300, 340, 128, 23, '#0d2450', windows),
    path('M0 326C700 300 1600 300 2300 330V360H0Z', '#091a3c'),
  )
}

function team(middle: number) {
  const places = [
    [-230, 0.78],
    [230, 0.78],
    [-120, 0.95],
    [120, 0.95],
    [0, 1.12],
  ]
  return places
    .map(([x = 0, scale = 1]) =>
      at(middle + x, 372 - 150 * scale, scale, medic('#f4f8fd', '#c7d5e8', '#f3c9a5', '#8fd0ea')),
    )
    .join('')
}

function lights(color: string): Layer {
  const size = { width: 2300, height: 360 }
  return {
    svg: svg(size, bokeh({ ...size, count: 60, seed: 41, color, largest: 20 })),
    x: 0,
    y: 0,
    at: 0,
    from: 'here',
    drift: [-36, 0],
  }
}

type Coming = Pick<Layer, 'at' | 'from'>

function words(value: string, x: number, y: number, size: number, fill: string, coming: Coming): Layer {
  return {
    svg: svg(frame, text(value, { x, y, size, weight: 900, fill, spacing: 0.02 })),
    x: 0,
    y: 0,
    ...coming,
  }
}
