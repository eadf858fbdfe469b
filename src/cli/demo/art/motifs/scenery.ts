import { random } from '../random'
import { circle, path } from '../svg'

/** Rays from a point, as in the posters of festivals. */
export function rays(
  cx: number,
  cy: number,
  radius: number,
  count: number,
  fill: string,
  opacity: number,
): string {
  const slice = (Math.PI * 2) / count
  const wedge = (index: number) => {
    const [from, to] = [index * slice, (index + 0.5) * slice]
    const point = (angle: number) =>
      `${(cx + Math.cos(angle) * radius).toFixed(1)} ${(cy + Math.sin(angle) * radius).toFixed(1)}`
    return `M${cx} ${cy}L${point(from)}L${point(to)}Z`
  }
  const d = Array.from({ length: count }, (_, index) => wedge(index)).join('')
  return path(d, fill, `opacity="${opacity}"`)
}

/** A ridge of hills over the whole width, down to `bottom`. */
export function ridge(options: {
  width: number
  base: number
  bottom: number
  rise: number
  seed: number
  fill: string
}): string {
  const { width, base, bottom, rise, seed, fill } = options
  const next = random(seed)
  const peaks = 6
  const step = width / peaks
  let d = `M0 ${bottom}L0 ${base}`
  for (let index = 0; index < peaks; index += 1) {
    const top = base - rise * (0.35 + next() * 0.65)
    const x = index * step
    d += `C${x + step * 0.3} ${base - rise * 0.1} ${x + step * 0.35} ${top} ${x + step * 0.5} ${top}`
    d += `S${x + step * 0.75} ${base} ${x + step} ${base}`
  }
  return path(`${d}L${width} ${bottom}Z`, fill)
}

/** A wall with battlements and watchtowers along the bottom. */
export function greatWall(width: number, top: number, bottom: number, fill: string): string {
  const merlon = Math.max(10, (bottom - top) / 7)
  let d = `M0 ${bottom}`
  for (let x = 0, index = 0; x < width; x += merlon, index += 1) {
    const wave = Math.sin((x / width) * Math.PI * 2.2) * (bottom - top) * 0.28
    const y = top + wave + (index % 2 === 0 ? 0 : merlon * 0.7)
    d += `L${x.toFixed(1)} ${y.toFixed(1)}L${(x + merlon).toFixed(1)} ${y.toFixed(1)}`
  }
  return path(`${d}L${width} ${bottom}Z`, fill)
}

/** Streets of a town, seen from afar. */
export function skyline(
  width: number,
  bottom: number,
  tallest: number,
  seed: number,
  fill: string,
  lights = '',
): string {
  const next = random(seed)
  let d = ''
  let windows = ''
  for (let x = 0; x < width; ) {
    const across = tallest * (0.16 + next() * 0.22)
    const high = tallest * (0.3 + next() * 0.7)
    d += `M${x.toFixed(0)} ${bottom}v${(-high).toFixed(0)}h${across.toFixed(0)}v${high.toFixed(0)}Z`
    if (lights) windows += lit({ x, y: bottom - high, across, high }, next, lights)
    x += across + tallest * 0.015
  }
  return path(d, fill) + windows
}

function lit(
  house: { x: number; y: number; across: number; high: number },
  next: () => number,
  color: string,
) {
  const pane = house.across / 7
  let d = ''
  for (let y = house.y + pane; y < house.y + house.high - pane; y += pane * 2) {
    for (let x = house.x + pane; x < house.x + house.across - pane; x += pane * 2) {
      if (next() < 0.4)
        d += `M${x.toFixed(1)} ${y.toFixed(1)}h${pane.toFixed(1)}v${pane.toFixed(1)}h${(-pane).toFixed(1)}Z`
    }
  }
  return path(d, color, 'opacity="0.75"')
}

/** Soft spots of light. */
export function bokeh(options: {
  width: number
  height: number
  count: number
  seed: number
  color: string
  largest: number
}): string {
  const { width, height, count, seed, color, largest } = options
  const next = random(seed)
  const spot = () =>
    circle(
      next() * width,
      next() * height,
      largest * (0.2 + next() * 0.8),
      color,
      `opacity="${(0.05 + next() * 0.16).toFixed(2)}"`,
    )
  return Array.from({ length: count }, spot).join('')
}

/** Auspicious clouds 祥云: three rolls on a line. `(x, y)` is their middle. */
export function cloud(x: number, y: number, scale: number, color: string, opacity = 1): string {
  const d =
    'M-120 20H120M-90 20c-40 0-40-48 0-48 6-44 74-46 84-6 30-24 78-4 66 34 36-6 52 20 30 20M-60-4c-4-22 34-24 32 0M16-2c0-24 38-22 34 2'
  return `<path transform="translate(${x} ${y}) scale(${scale})" d="${d}" fill="none" stroke="${color}" stroke-width="7" stroke-linecap="round" opacity="${opacity}"/>`
}
