// Decoders that may hang, swell or crash on a hostile file, in a process of their own, which `decoder.ts` starts and kills:
// `node decode.mjs <command> <JSON>`. The answer is one line of JSON: the result, or `{ fault, detail }`. Plain JavaScript, so
// that it runs as it stands whether the server is bundled or not.
import { open, readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** WebAssembly could take 4 GB: what needs more than this is refused. */
const MEMORY_PAGES = 1_610_612_736 / 65_536
/** FPDF_LCD_TEXT of fpdfview.h: coloured fringes, which are wrong on everything but the screen they were made for. */
const LCD_TEXT = 0x02

/** How librsvg, libxml and the memory limit below say so. */
const tooMuch = /exceeded|excessive|too much memory|out of memory/i

limitMemory()
// The libraries talk on standard output, which is for the answer.
console.log = console.error

const commands = { 'pdf-pages': pdfPages, 'pdf-page': pdfPage, heic, svg }
const [command, input] = process.argv.slice(2)
const answer = await commands[command](JSON.parse(input)).catch((error) => ({
  fault: error.fault ?? (tooMuch.test(error.message) ? 'media-too-complex' : 'media-damaged'),
  detail: String(error.message ?? error).slice(0, 500),
}))
process.stdout.write(`${JSON.stringify(answer)}\n`)

/** Opens every page, for the sizes, and draws the first one small, so that what cannot be drawn is known now. */
async function pdfPages({ path, maxPages }) {
  const { document, bytes } = await openPdf(path)
  const count = document.getPageCount()
  if (count === 0) throw refusal('media-damaged', 'no page')
  if (count > maxPages) throw refusal('media-too-many-pages', `${count} pages`)
  const pages = Array.from({ length: count }, (_, index) => {
    const page = document.getPage(index)
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    if (!(width > 0 && height > 0)) throw refusal('media-damaged', `page ${index + 1}`)
    if (index > 0) page.module._FPDF_ClosePage(page.pageIdx)
    return { width: round(width), height: round(height) }
  })
  const { width, height } = pages[0]
  const scale = 256 / Math.max(width, height)
  await draw(document.getPage(0), { width: atLeast1(width * scale), height: atLeast1(height * scale) })
  const aigc = labelOf(bytes.toString('latin1'))
  return aigc ? { pages, aigc } : { pages }
}

async function pdfPage({ path, page: number, maxWidth, maxHeight, target }) {
  const { document } = await openPdf(path)
  if (number < 1 || number > document.getPageCount()) throw refusal('media-damaged', `no page ${number}`)
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(maxWidth / originalWidth, maxHeight / originalHeight)
  const size = { width: atLeast1(originalWidth * scale), height: atLeast1(originalHeight * scale) }
  const { data, width, height } = await draw(page, size)
  const raw = { width, height, channels: 4 }
  await sharp(data, { raw }).removeAlpha().png({ compressionLevel: 3 }).toFile(target)
  return { width, height }
}

async function openPdf(path) {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  const bytes = await readFile(path)
  const document = await library.loadDocument(bytes).catch((error) => {
    throw refusal(/password|security/i.test(error.message) ? 'media-locked' : 'media-damaged', error.message)
  })
  return { document, bytes }
}

/** The AI label (GB 45438-2025) of the information dictionary, as a plain string, or of XMP that is not packed. */
function labelOf(text) {
  const [, plain, element] = text.match(/\/AIGC\s*\(([^()]*)\)|:AIGC>([^<]*)</) ?? []
  return plain ?? element?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** RGBA on white. */
function draw(page, { width, height }) {
  const { module } = page
  const render = module._FPDF_RenderPageBitmap
  module._FPDF_RenderPageBitmap = (...args) => render(...args.slice(0, 7), args[7] & ~LCD_TEXT)
  return page.render({ width, height, render: 'bitmap' })
}

/** libheif turns the picture upright itself. */
async function heic({ path, target, maxPixels }) {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const images = new libheif.HeifDecoder().decode(await readFile(path))
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw refusal('media-damaged', 'no picture')
  const [width, height] = [image.get_width(), image.get_height()]
  if (width * height > maxPixels) throw refusal('media-too-many-pixels', `${width}×${height}`)
  const data = new Uint8ClampedArray(width * height * 4)
  const shown = await new Promise((resolve) => image.display({ data, width, height }, resolve))
  if (!shown) throw refusal('media-damaged', 'the picture cannot be decoded')
  const { icc, hasAlpha } = await sharp(path).metadata()
  if (target) await writeTiff(target, { data, width, height, channels: hasAlpha ? 4 : 3, icc })
  return { width, height }
}

/** Draws it once, whole: what takes too long or too much is found here and not on the way to a screen. */
async function svg({ path, maxPixels }) {
  const { isOpaque } = await sharp(path, { limitInputPixels: maxPixels, failOn: 'error' }).stats()
  return { isOpaque }
}

/**
 * An uncompressed TIFF (revision 6.0) of RGBA pixels, with the colour profile they are in: sharp can embed a profile only by
 * converting to it. Alpha is left out, or kept as not premultiplied.
 */
async function writeTiff(target, { data, width, height, channels, icc }) {
  const bytes = width * height * channels
  const [bitsAt, iccAt, pixelsAt] = [256, 264, 264 + (icc?.length ?? 0)]
  const long = (tag, value, count = 1, type = 4) => [tag, type, count, value]
  const tags = [
    long(256, width),
    long(257, height),
    long(258, bitsAt, channels, 3),
    long(259, 1),
    long(262, 2),
    long(273, pixelsAt),
    long(277, channels),
    long(278, height),
    long(279, bytes),
    ...(channels === 4 ? [long(338, 2)] : []),
    ...(icc ? [long(34675, iccAt, icc.length, 7)] : []),
  ]
  const head = Buffer.alloc(iccAt)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(tags.length, 8)
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    const at = 10 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(count, at + 4)
    head.writeUInt32LE(value, at + 8)
  }
  for (let channel = 0; channel < channels; channel += 1) head.writeUInt16LE(8, bitsAt + channel * 2)
  if (channels === 3) dropAlpha(data)

  const file = await open(target, 'w')
  try {
    for (const part of [head, ...(icc ? [icc] : []), data.subarray(0, bytes)]) await file.writeFile(part)
  } finally {
    await file.close()
  }
}

/** RGBA to RGB in place. */
function dropAlpha(data) {
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    data[to] = data[from]
    data[to + 1] = data[from + 1]
    data[to + 2] = data[from + 2]
  }
}

function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength / 65_536 + pages > MEMORY_PAGES) throw new RangeError('too much memory')
    return grow.call(this, pages)
  }
}

function refusal(fault, detail) {
  return Object.assign(new Error(detail), { fault })
}

function atLeast1(value) {
  return Math.max(1, Math.round(value))
}

function round(value) {
  return Math.round(value * 100) / 100
}
