import { bokeh, skyline } from '../motifs/scenery'
import { heart, medic } from '../motifs/things'
import { at, circle, linear, path, radial, rect, svg } from '../svg'
import { text } from '../text'

const size = { width: 1920, height: 1080 }

/** 致敬最美逆行者: medics before a rising light. */
export function heroes(): string {
  const { width, height } = size
  const sky = [
    rect(0, 0, width, height, 'url(#night)'),
    bokeh({ width, height: 700, count: 46, seed: 5, color: '#ffe7b0', largest: 34 }),
    circle(1360, 700, 760, 'url(#dawn)'),
    skyline(width, 900, 240, 11, '#0d2450', '#ffd98a'),
  ]
  const ground = path('M0 880C500 820 1300 820 1920 890V1080H0Z', '#091a3c')
  const team = [
    [940, 0.92],
    [1780, 0.92],
    [1130, 1.1],
    [1590, 1.1],
    [1360, 1.34],
  ]
  const people = team.map(([x = 0, scale = 1]) =>
    at(x, 1096 - 210 * scale, scale * 1.4, medic('#f4f8fd', '#c7d5e8', '#f3c9a5', '#8fd0ea')),
  )
  const words = [
    at(214, 190, 0.62, heart('#ff6b5e')),
    text('致敬', { x: 320, y: 240, size: 150, weight: 900, fill: '#ffffff', spacing: 0.05 }),
    text('最美逆行者', { x: 140, y: 430, size: 172, weight: 900, fill: 'url(#warm)' }),
    rect(146, 474, 96, 8, '#ff6b5e', 'rx="4"'),
    text('每一束微光', { x: 146, y: 560, size: 60, weight: 500, fill: '#dbe8ff', spacing: 0.1 }),
    text('都照亮前路', { x: 146, y: 646, size: 60, weight: 500, fill: '#dbe8ff', spacing: 0.1 }),
    text('云江区志愿服务联合会', { x: 146, y: 1024, size: 38, weight: 500, fill: '#9fb7e2', spacing: 0.1 }),
  ]
  const defs = `<defs>${linear('night', ['#0b1f4a', '#16407f', '#3b6db0'])}${radial('dawn', ['#ffdf9ef0', '#ffb35a70', '#ffb35a00'])}${linear('warm', ['#ffb950', '#ffe9b0'])}</defs>`
  return svg(size, defs, ...sky, ground, ...people, ...words)
}
