/** A whole drawing. */
export function svg({ width, height }: { width: number; height: number }, ...parts: string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`
}

/** A gradient along the axis from `(x1, y1)` to `(x2, y2)` of what it fills, in parts of it; stops evenly spaced. */
export function linear(
  id: string,
  colors: string[],
  axis: [number, number, number, number] = [0, 0, 0, 1],
): string {
  const [x1, y1, x2, y2] = axis
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(colors)}</linearGradient>`
}

/** A round gradient from its middle outwards, in parts of what it fills. */
export function radial(id: string, colors: string[], at: [number, number, number] = [0.5, 0.5, 0.5]): string {
  const [cx, cy, r] = at
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(colors)}</radialGradient>`
}

/** Gold for large characters. Glyphs are drawn upside down (fonts count upwards), hence from bottom to top. */
export function gold(id: string): string {
  return linear(id, ['#d98a1f', '#f7cf62', '#fff4cf'], [0, 0, 0, 1])
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
}

export function circle(cx: number, cy: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" ${more}/>`
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

export function line(d: string, color: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** A group moved to `(x, y)`, then scaled. */
export function at(x: number, y: number, scale: number, ...parts: string[]): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join('')}</g>`
}

function stops(colors: string[]) {
  const last = Math.max(1, colors.length - 1)
  return colors.map((color, index) => `<stop offset="${index / last}" ${colorOf(color)}/>`).join('')
}

/** `#rrggbb` or `#rrggbbaa`. */
function colorOf(color: string) {
  const opacity = color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1
  return `stop-color="${color.slice(0, 7)}" stop-opacity="${opacity}"`
}
