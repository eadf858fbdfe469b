import { at, circle, line, path, rect } from '../svg'

// All are drawn about (0, 0), some 200 units wide, and placed by `at`.

/** A surgical mask with its ties. */
export function mask(color: string, shade: string): string {
  const ties = line(
    'M-88-34C-130-60-150-40-150-40M88-34C130-60 150-40 150-40M-86 34C-130 60-148 40-148 40M86 34C130 60 148 40 148 40',
    shade,
    8,
  )
  const cloth = path(
    'M-92-46C-40-70 40-70 92-46C98 0 90 40 78 52C40 78-40 78-78 52C-90 40-98 0-92-46Z',
    color,
  )
  const pleats = line('M-84-14C-30-2 30-2 84-14M-84 14C-30 28 30 28 84 14', shade, 6)
  return ties + cloth + pleats + line('M-70-46C-30-62 30-62 70-46', shade, 6)
}

/** A hand with water on it. */
export function washing(skin: string, water: string): string {
  const hand = path(
    'M-70 70C-84 20-80-6-62-10C-60-50-58-76-44-76C-32-76-30-56-30-24C-28-66-24-92-10-92C4-92 4-66 4-26C8-62 12-82 26-80C38-78 36-54 34-18C40-40 46-54 58-50C68-46 62-8 54 30C50 50 46 62 46 70Z',
    skin,
  )
  const drops = [
    [-96, -60, 16],
    [84, -76, 20],
    [98, 4, 13],
    [-104, 14, 12],
  ]
  return (
    hand + drops.map(([x = 0, y = 0, r = 0]) => drop(x, y, r, water)).join('') + line('M-90 84H84', water, 12)
  )
}

export function drop(x: number, y: number, r: number, fill: string): string {
  return path(
    `M${x} ${y - r * 1.7}C${x + r * 0.5} ${y - r * 0.8} ${x + r} ${y - r * 0.3} ${x + r} ${y + r * 0.2}A${r} ${r} 0 0 1 ${x - r} ${y + r * 0.2}C${x - r} ${y - r * 0.3} ${x - r * 0.5} ${y - r * 0.8} ${x} ${y - r * 1.7}Z`,
    fill,
  )
}

/** Two people and the metre between them. */
export function apart(left: string, right: string, ink: string): string {
  const person = (x: number, color: string) =>
    circle(x, -52, 27, color) +
    path(`M${x - 40} 58C${x - 40} 0 ${x - 26}-16 ${x}-16C${x + 26}-16 ${x + 40} 0 ${x + 40} 58Z`, color)
  const measure =
    line('M-26 84H26M-26 74V94M26 74V94', ink, 6) +
    line('M-20 10H20M-10 0L-20 10L-10 20M10 0L20 10L10 20', ink, 6)
  return person(-72, left) + person(72, right) + measure
}

export function heart(fill: string): string {
  return path('M0 84C-120 4-104-84-48-84C-20-84-6-64 0-48C6-64 20-84 48-84C104-84 120 4 0 84Z', fill)
}

export function house(wall: string, roof: string, door: string): string {
  const body = rect(-70, -10, 140, 96, wall, 'rx="6"') + path('M-96-4L0-88L96-4L84 10L0-60L-84 10Z', roof)
  return (
    body +
    rect(-20, 26, 40, 60, door, 'rx="4"') +
    rect(-56, 14, 26, 26, door, 'rx="3"') +
    rect(30, 14, 26, 26, door, 'rx="3"')
  )
}

export function book(cover: string, page: string): string {
  const pages = path(
    'M0-54C-28-76-76-72-88-66V58C-70 50-24 50 0 70C24 50 70 50 88 58V-66C76-72 28-76 0-54Z',
    page,
  )
  return (
    path('M-98-58V72C-70 62-24 64 0 82C24 64 70 62 98 72V-58Z', cover) +
    pages +
    line(
      'M0-50V66M-66-40C-44-42-30-38-20-32M-66-14C-44-16-30-12-20-6M20-32C30-38 44-42 66-40M20-6C30-12 44-16 66-14',
      cover,
      5,
    )
  )
}

export function dumbbell(color: string): string {
  return (
    rect(-50, -10, 100, 20, color) +
    rect(-78, -46, 30, 92, color, 'rx="8"') +
    rect(48, -46, 30, 92, color, 'rx="8"') +
    rect(-98, -26, 18, 52, color, 'rx="6"') +
    rect(80, -26, 18, 52, color, 'rx="6"')
  )
}

export function pot(color: string, steam: string): string {
  const body =
    path('M-80-10H80V40C80 66 60 78 40 78H-40C-60 78-80 66-80 40Z', color) +
    rect(-92, -24, 184, 18, color, 'rx="9"')
  return (
    body +
    rect(-106, 6, 24, 16, color, 'rx="6"') +
    rect(82, 6, 24, 16, color, 'rx="6"') +
    line('M-34-42C-50-58-20-66-34-86M0-42C-16-58 16-66 0-86M34-42C20-58 50-66 34-86', steam, 8)
  )
}

export function note(color: string): string {
  return (
    path('M-34 52V-62L66-84V32', 'none', `stroke="${color}" stroke-width="14" stroke-linejoin="round"`) +
    path('M-34-62L66-84V-52L-34-30Z', color) +
    circle(-56, 54, 26, color) +
    circle(44, 34, 26, color)
  )
}

export function window(frame: string, glass: string): string {
  return (
    rect(-80, -84, 160, 160, frame, 'rx="10"') +
    [-66, 8].flatMap((x) => [-70, 2].map((y) => rect(x, y, 58, 60, glass, 'rx="4"'))).join('') +
    rect(-96, 74, 192, 16, frame, 'rx="6"')
  )
}

export function family(a: string, b: string, c: string): string {
  const person = (x: number, y: number, size: number, color: string) =>
    at(x, y, size, circle(0, -52, 30, color), path('M-44 66C-44 0-28-14 0-14C28-14 44 0 44 66Z', color))
  return person(-54, 12, 1, a) + person(54, 12, 1, b) + person(0, 40, 0.7, c)
}

/** A virus: what it is all about. */
export function virus(color: string, dark: string): string {
  const spikes = Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * Math.PI * 2
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return line(`M${x * 54} ${y * 54}L${x * 82} ${y * 82}`, color, 8) + circle(x * 88, y * 88, 10, color)
  })
  const spots = [
    [-20, -16, 11],
    [18, -22, 8],
    [14, 18, 12],
    [-22, 22, 8],
  ]
  return (
    spikes.join('') +
    circle(0, 0, 60, color) +
    spots.map(([x = 0, y = 0, r = 0]) => circle(x, y, r, dark)).join('')
  )
}

/** A medic in white, from behind or in front alike: cap, mask, gown. */
export function medic(gown: string, shade: string, skin: string, cloth: string): string {
  const body = path('M-62 150C-66 60-54 8-30-6C-10-16 10-16 30-6C54 8 66 60 62 150Z', gown)
  const arms = line('M-40 14C-64 40-70 74-68 108M40 14C64 40 70 74 68 108', gown, 26)
  const fold = line('M0-8V150M-20 150C-24 110-22 90-20 70', shade, 4)
  const head = circle(0, -58, 36, skin) + path('M-40-62C-44-112 44-112 40-62C24-72-24-72-40-62Z', gown)
  const face = path('M-31-52C-16-46 16-46 31-52C32-30 20-18 0-18C-20-18-32-30-31-52Z', cloth)
  return arms + body + fold + head + face + circle(-13, -60, 3.6, '#3a2a24') + circle(13, -60, 3.6, '#3a2a24')
}

/** A flame of a candle, three layers. */
export function flame(outer: string, middle: string, inner: string): string {
  const shape = (size: number) =>
    `M0 ${90 * size}C${-80 * size} ${70 * size} ${-70 * size} ${-10 * size} ${-20 * size} ${-60 * size}C${-16 * size} ${-40 * size} ${-6 * size} ${-34 * size} ${4 * size} ${-110 * size}C${30 * size} ${-60 * size} ${80 * size} ${10 * size} ${62 * size} ${54 * size}C${52 * size} ${80 * size} ${30 * size} ${90 * size} 0 ${90 * size}Z`
  return (
    path(shape(1), outer) +
    `<g transform="translate(2 18)">${path(shape(0.72), middle)}</g><g transform="translate(2 40)">${path(shape(0.42), inner)}</g>`
  )
}
