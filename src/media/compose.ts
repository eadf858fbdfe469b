import sharp, { type Sharp } from 'sharp'
import { MAX_PIXELS } from './image'
import type { Backdrop, CardStep, PictureOutput, Placement, SharpStep, TextStep } from './steps'
import { type Box, CARD_GROUND, cardSvg } from './text/card-svg'
import { svg, textSvg } from './text/text-svg'

/** Blurred at this share of the size: a blur hides the difference, and costs a sixty-fourth. */
const BLUR_SCALE = 1 / 8
/** The cover behind a card, as the player shows it: larger than the screen, so that the blur has no edges. */
const CARD_BACKDROP = { oversize: 1.2, opacity: 0.3, blurPx: 24 }
const BLACK = '#000000'
/** Longer than any honest picture takes. */
const MOST_SECONDS = 180

/** Runs one step of sharp. Rejects with sharp's own error. */
export async function composePicture(step: SharpStep, source: string, target: string): Promise<void> {
  const { placement, ground, density } = step
  const image = upright(source, density)
  if (ground) image.flatten({ background: ground })
  await write(await place(image, placement), step.output, step.xmp, target)
}

/** Sets a text as a picture. */
export async function composeText(step: TextStep, target: string): Promise<void> {
  const picture = sharp(Buffer.from(textSvg(step.spec))).flatten({ background: step.spec.background })
  await write(picture, step.output, null, target)
}

/** Puts a song's cover, the same blurred, and its words together. `cover` is null for a song without one. */
export async function composeCard(step: CardStep, cover: string | null, target: string): Promise<void> {
  const { width, height } = step.spec
  const { words, cover: box } = cardSvg(step.spec)
  const layers = cover === null ? [] : await coverLayers(cover, { width, height }, box)
  const ground = { create: { width, height, channels: 3, background: CARD_GROUND } } as const
  const picture = sharp(ground).composite([...layers, { input: Buffer.from(words) }])
  await write(picture, step.output, step.xmp, target)
}

/** A picture as it is seen, in sRGB. */
function upright(path: string, density: number | null = null): Sharp {
  const read = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const
  return sharp(path, density === null ? read : { ...read, density })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .toColourspace('srgb')
}

function place(image: Sharp, placement: Placement): Promise<Sharp> | Sharp {
  const { width, height } = placement
  switch (placement.fit) {
    case 'inside':
      return image.resize({ width, height, fit: 'inside', withoutEnlargement: true })
    case 'cover':
      return image.resize({ width, height, fit: 'cover', position: placement.position })
    case 'contain':
      return placement.backdrop === null
        ? image.resize({ width, height, fit: 'contain', background: BLACK })
        : onBackdrop(image, placement, placement.backdrop)
  }
}

/** Decoded once: the backdrop is made of the picture that lies on it. */
async function onBackdrop(image: Sharp, { width, height }: Placement, backdrop: Backdrop): Promise<Sharp> {
  const { data, info } = await image
    .resize({ width, height, fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } }
  const small = smallOf({ width, height })
  const blur = Math.max(0.5, backdrop.blur * Math.min(small.width, small.height))
  const { brightness, saturation } = backdrop
  const blurred = await sharp(data, raw)
    .resize({ ...small, fit: 'cover' })
    .blur(blur)
    .modulate({ brightness, saturation })
    .png()
    .toBuffer()
  const behind = await sharp(blurred)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const left = Math.floor((width - info.width) / 2)
  const top = Math.floor((height - info.height) / 2)
  return sharp(behind).composite([{ input: data, ...raw, left, top }])
}

async function coverLayers(path: string, size: { width: number; height: number }, box: Box) {
  const read = () => upright(path).flatten({ background: BLACK })
  const { left, top, side, radius } = box
  const small = smallOf(size)
  const { oversize, opacity, blurPx } = CARD_BACKDROP
  const wide = { width: Math.round(small.width * oversize), height: Math.round(small.height * oversize) }
  const cut = {
    left: Math.floor((wide.width - small.width) / 2),
    top: Math.floor((wide.height - small.height) / 2),
    ...small,
  }
  const blurred = await read()
    .resize({ ...wide, fit: 'cover' })
    .blur(Math.max(0.5, blurPx * BLUR_SCALE))
    .png()
    .toBuffer()
  const behind = await sharp(await sharp(blurred).extract(cut).png().toBuffer())
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .ensureAlpha(opacity)
    .png()
    .toBuffer()
  const corners = Buffer.from(
    svg({ width: side, height: side }, `<rect width="${side}" height="${side}" rx="${radius}"/>`),
  )
  const front = await read()
    .resize({ width: side, height: side, fit: 'cover', position: 'attention' })
    .ensureAlpha()
    .composite([{ input: corners, blend: 'dest-in' }])
    .png()
    .toBuffer()
  return [{ input: behind }, { input: front, left, top }]
}

function smallOf({ width, height }: { width: number; height: number }) {
  const side = (pixels: number) => Math.max(8, Math.round(pixels * BLUR_SCALE))
  return { width: side(width), height: side(height) }
}

async function write(picture: Sharp, output: PictureOutput, xmp: string | null, target: string) {
  if (xmp !== null) picture.withXmp(xmp)
  await picture.timeout({ seconds: MOST_SECONDS }).toFormat(output.format, output.options).toFile(target)
}
