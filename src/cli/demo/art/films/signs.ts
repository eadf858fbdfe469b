import { mask, virus, washing } from '../motifs/things'
import { at, linear, rect, svg } from '../svg'
import { text } from '../text'
import type { Film, Layer, Scene } from './film'

const frame = { width: 384, height: 256 }

/** 《戴口罩 勤洗手》 for an LED wall of few pixels: large, and nothing small that moves. */
export function signs(): Film {
  return {
    ...frame,
    scenes: [
      scene(['#7d070d', '#d2261f'], mask('#ffffff', '#c9d6e4'), '出门戴口罩', '#ffe27a', '#a3141a'),
      scene(['#063a74', '#1c86d1'], washing('#ffdcb8', '#bfe6ff'), '进门先洗手', '#ffffff', '#0b4f94'),
    ],
  }
}

function scene(colors: string[], thing: string, title: string, fill: string, germs: string): Scene {
  const size = { width: 384, height: 320 }
  const ground = svg(size, `<defs>${linear('g', colors)}</defs>`, rect(0, 0, 384, 320, 'url(#g)'))
  const germ = svg({ width: 120, height: 120 }, at(60, 60, 0.55, virus(germs, colors[0] ?? germs)))
  const picture: Layer = {
    svg: svg({ width: 220, height: 140 }, at(110, 70, 0.68, thing)),
    x: 82,
    y: 8,
    at: 0.2,
    from: 'above',
  }
  return {
    seconds: 4,
    ground: { svg: ground, ...size },
    layers: [
      { svg: germ, x: 4, y: 8, at: 0, from: 'here', turns: 0.15 },
      { svg: germ, x: 262, y: 8, at: 0, from: 'here', turns: -0.15 },
      picture,
      {
        svg: svg(frame, text(title, { x: 192, y: 226, size: 72, weight: 900, fill, anchor: 'middle' })),
        x: 0,
        y: 0,
        at: 0.6,
        from: 'below',
      },
    ],
  }
}
