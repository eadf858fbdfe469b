/** A picture over the ground of a scene: it comes in, may turn or drift, and goes with the scene. */
export type Layer = {
  svg: string
  /** Where its top left corner rests, in pixels. */
  x: number
  y: number
  /** When it comes, in seconds of the scene, and from where. */
  at: number
  from: 'below' | 'above' | 'left' | 'right' | 'here'
  /** Turns a second, for square pictures. */
  turns?: number
  /** Pixels a second, for pictures larger than the frame. */
  drift?: [x: number, y: number]
}

export type Scene = {
  seconds: number
  /** At least as large as the frame; what is larger pans by in the course of the scene. */
  ground: { svg: string; width: number; height: number }
  layers: Layer[]
}

export type Film = { width: number; height: number; scenes: Scene[] }

const FRAMES_A_SECOND = 25
const FADE_SECONDS = 0.6
const ENTER_SECONDS = 0.8
const ENTER_PIXELS = 90

/** How long a film is, in seconds. */
export function secondsOf({ scenes }: Film): number {
  return scenes.reduce((sum, { seconds }) => sum + seconds, 0)
}

/**
 * FFmpeg's arguments that make the film of a sound file and its pictures: of each scene the ground, then the layers.
 * They suit FFmpeg 4.1 and later.
 */
export function filmArgs(film: Film, pictures: string[], sound: string, output: string): string[] {
  const total = secondsOf(film)
  const inputs: string[] = []
  const graph: string[] = [`color=black:s=${film.width}x${film.height}:r=${FRAMES_A_SECOND}:d=${total}[v0]`]
  let next = 0
  let start = 0
  for (const [index, scene] of film.scenes.entries()) {
    const isLast = index === film.scenes.length - 1
    const seconds = scene.seconds + (isLast ? 0 : FADE_SECONDS)
    const take = () => {
      inputs.push('-i', pictures[next] ?? '')
      next += 1
      return next - 1
    }
    graph.push(...sceneGraph(film, scene, { index, seconds, start, take }))
    start += scene.seconds
  }
  inputs.push('-i', sound)
  const codecs = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-crf',
    '17',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-b:a',
    '160k',
  ]
  const maps = [
    '-map',
    `[v${film.scenes.length}]`,
    '-map',
    `${next}:a`,
    '-t',
    `${total}`,
    '-r',
    `${FRAMES_A_SECOND}`,
  ]
  return [
    '-v',
    'error',
    '-nostdin',
    ...inputs,
    '-filter_complex',
    graph.join(';'),
    ...maps,
    ...codecs,
    '-y',
    output,
  ]
}

type Place = { index: number; seconds: number; start: number; take: () => number }

/** A scene on its own, then laid over what came before with a fade. */
function sceneGraph(
  { width, height }: Film,
  { ground, layers }: Scene,
  { index, seconds, start, take }: Place,
) {
  const travel = (extra: number, size: string) => (extra > 0 ? `(${size}-o${size[1]})*t/${seconds}` : '0')
  const pan = `crop=${width}:${height}:${travel(ground.width - width, 'iw')}:${travel(ground.height - height, 'ih')}`
  // Decoded and converted once, then repeated: an image that ffmpeg reads again for each frame takes ten times as long.
  const still = (format: string) =>
    `format=${format},loop=loop=-1:size=1,setpts=N/${FRAMES_A_SECOND}/TB,trim=duration=${seconds.toFixed(2)}`
  const lines = [`[${take()}:v]${still('yuv444p')},${pan},format=yuv420p[s${index}l0]`]
  for (const [number, layer] of layers.entries()) {
    const name = `s${index}p${number}`
    const turn = layer.turns ? `,rotate=a=${(layer.turns * Math.PI * 2).toFixed(4)}*t:c=none` : ''
    const fade = layer.at > 0 || layer.from !== 'here' ? `,fade=t=in:st=${layer.at}:d=0.5:alpha=1` : ''
    lines.push(`[${take()}:v]${still('yuva420p')}${turn}${fade}[${name}]`)
    lines.push(`[s${index}l${number}][${name}]overlay=${position(layer)}[s${index}l${number + 1}]`)
  }
  const fade = index === 0 ? '' : `,format=yuva420p,fade=t=in:st=0:d=${FADE_SECONDS}:alpha=1`
  lines.push(`[s${index}l${layers.length}]setsar=1${fade},setpts=PTS-STARTPTS+${start}/TB[s${index}]`)
  lines.push(`[v${index}][s${index}]overlay=eof_action=pass[v${index + 1}]`)
  return lines
}

/** Coming in slows down like a thing that arrives: the cube of what is left of the way. */
function position({ x, y, at, from, drift = [0, 0] }: Layer) {
  const left = `${ENTER_PIXELS}*pow(max(0\\,1-max(0\\,t-${at})/${ENTER_SECONDS})\\,3)`
  const across = from === 'left' ? `-${left}` : from === 'right' ? `+${left}` : ''
  const down = from === 'above' ? `-${left}` : from === 'below' ? `+${left}` : ''
  return `x=${x}${across}+(${drift[0]})*t:y=${y}${down}+(${drift[1]})*t`
}
