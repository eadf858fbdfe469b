import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDeflate, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDecoder } from '../../../src/media/decoder'
import type { Facts } from '../../../src/media/facts'
import { inspect } from '../../../src/media/inspect'
import { probe } from '../../../src/media/probe'
import { runTool } from '../../../src/media/run'
import { aPhoneVideo, aPhoto, temporaryFolder, tools } from '../../factories/media'
import { aPdf } from '../../factories/pdf'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let film: Buffer

beforeAll(async () => {
  scratch = await temporaryFolder()
  film = await readFile(await aPhoneVideo(at('film.mp4'), { fps: '25' }))
})
afterAll(() => scratch.remove())

function at(name: string) {
  return join(scratch.dir, name)
}

let written = 0

/** A new name each time: sharp remembers what it read under a name. */
async function kept(bytes: Uint8Array | string) {
  written += 1
  const path = at(`upload-${written}`)
  await writeFile(path, bytes)
  return path
}

/** What the file is, or the code it is refused with. */
async function verdict(bytes: Uint8Array | string): Promise<string> {
  const path = await kept(bytes)
  return inspect(path, { tools, maxBytes: 1_000_000_000 }).then(
    ({ mimeType }) => mimeType,
    (error) => String(error.code ?? error),
  )
}

async function factsOf(bytes: Uint8Array): Promise<Facts> {
  const path = await kept(bytes)
  return (await inspect(path, { tools, maxBytes: 1_000_000_000 })).facts
}

async function made(name: string, ...args: string[]): Promise<Buffer> {
  await runTool({
    program: tools().ffmpeg,
    args: ['-v', 'error', ...args, '-y', at(name)],
    timeoutMs: 30_000,
  })
  return readFile(at(name))
}

describe('bombs', () => {
  it('refuses 2.5 gigapixels in a PNG of some kilobytes, by its head alone', async () => {
    const png = await aPngBomb(50_000)
    expect(png.length).toBeLessThan(2_000_000)
    const before = process.memoryUsage().rss
    expect(await verdict(png)).toBe('media-too-many-pixels')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  it('refuses an SVG of a size that nobody could draw', async () => {
    expect(await verdict(svg('<rect width="9" height="9"/>', 'width="100000" height="100000"'))).toBe(
      'media-too-many-pixels',
    )
  })

  it('refuses an SVG that draws itself a billion times over', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(10)}</g>`,
    )
    const nested = `<defs><rect id="a0" width="9" height="9"/>${levels.join('')}</defs><use href="#a9"/>`
    expect(await verdict(svg(nested))).toBe('media-too-complex')
  })

  it('kills the drawing of a filter that would take hours', async () => {
    const filter = '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="1000000"/></filter>'
    const path = at('slow.svg')
    await writeFile(
      path,
      svg(`${filter}<rect width="5000" height="5000" filter="url(#f)"/>`, 'width="5000" height="5000"'),
    )
    const drawing = runDecoder({ command: 'svg', input: { path, maxPixels: 1e8 }, timeoutMs: 2000 })
    await expect(drawing).rejects.toMatchObject({ code: 'media-too-complex' })
  })

  it('refuses an SVG over ten megabytes, and one that is packed', async () => {
    expect(await verdict(svg('<g/>'.repeat(2_600_000)))).toBe('media-type-refused')
    expect(await verdict(gzipSync(svg('<g/>'.repeat(100_000))))).toBe('media-type-refused')
  })

  it('refuses a PDF of more pages than anybody shows', async () => {
    expect(await verdict(aPdf({ pages: 501 }))).toBe('media-too-many-pages')
  })
})

describe('files that are two things', () => {
  it('takes a GIF that is a script too for the picture it is', async () => {
    const gif = await sharp({ create: { width: 0x2f2a, height: 8, channels: 3, background: 'red' } })
      .gif()
      .toBuffer()
    expect(await verdict(Buffer.concat([gif, Buffer.from('*/=1;alert(1)')]))).toBe('image/gif')
  })

  it('takes a PDF that is an archive too for the document it is', async () => {
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
    expect(await verdict(Buffer.concat([aPdf(), zip]))).toBe('application/pdf')
  })

  it('takes an MP4 with a page in its head for the film it is', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    const free = Buffer.concat([Buffer.alloc(4), Buffer.from('free'), page])
    free.writeUInt32BE(free.length)
    expect(await verdict(Buffer.concat([free, film]))).toMatch(/^video\//)
    expect(await verdict(Buffer.concat([page, film]))).toBe('media-type-refused')
  })

  it('refuses a page that has a PDF inside', async () => {
    expect(await verdict(Buffer.concat([Buffer.from('<html><script>1</script>'), aPdf()]))).toBe(
      'media-type-refused',
    )
  })
})

describe('files that point at others', () => {
  const other = '/etc/passwd'
  it.each([
    ['an HLS playlist', `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${other}\n#EXT-X-ENDLIST\n`],
    ['an ffconcat list', `ffconcat version 1.0\nfile ${other}\n`],
    ['a session description', `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nt=0 0\nm=video 5004 RTP/AVP 96\n`],
    ['a DASH manifest', `<?xml version="1.0"?><MPD><BaseURL>file://${other}</BaseURL></MPD>`],
  ])('refuses %s', async (_, text) => {
    expect(await verdict(text)).toBe('media-type-refused')
  })

  it('plays no playlist, even one that is taken for a film', async () => {
    await made('secret.ts', '-f', 'lavfi', '-i', 'testsrc2=d=1', '-f', 'mpegts')
    const hls = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${at('secret.ts')}\n#EXT-X-ENDLIST\n`
    const id3 = Buffer.from('49443303000000000000', 'hex')
    expect(await verdict(Buffer.concat([id3, Buffer.from(hls)]))).toBe('media-type-refused')
    for (const list of [hls, `ffconcat version 1.0\nfile ${at('secret.ts')}\n`]) {
      const path = await kept(list)
      await expect(probe(path, tools().ffprobe)).rejects.toMatchObject({ code: 'media-damaged' })
    }
  })
})

describe('files that lie', () => {
  it('refuses zero bytes', async () => {
    expect(await verdict('')).toBe('media-empty')
  })

  it('refuses a film whose head promises hours that are not there', async () => {
    const mkv = await made('film.mkv', '-f', 'lavfi', '-i', 'testsrc2=d=2', '-c:v', 'mpeg4')
    const duration = mkv.indexOf(Buffer.from('448988', 'hex'))
    expect(duration).toBeGreaterThan(0)
    mkv.writeDoubleBE(36_000_000, duration + 3)
    expect(await verdict(mkv)).toBe('media-damaged')
  })

  it('believes the pictures, not the head, about their size', async () => {
    const lying = Buffer.from(film)
    const entry = lying.indexOf('avc1', lying.indexOf('stsd'))
    lying.writeUInt16BE(60_000, entry + 28)
    expect(await factsOf(lying)).toMatchObject({ kind: 'video', width: 323, height: 181 })
  })

  it('measures a recording that states no length', async () => {
    const stream = await made(
      'live.webm',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=d=2',
      '-c:v',
      'libvpx',
      '-live',
      '1',
    )
    const facts = await factsOf(stream)
    expect(facts).toMatchObject({ kind: 'video', constantRate: true, frameRate: 25 })
    expect((facts as { seconds: number }).seconds).toBeCloseTo(2, 1)
  })

  it.each([
    ['a film cut off in the middle', async () => (await fastStart()).subarray(0, 40_000)],
    ['a film without its index', async () => film.subarray(0, 30_000)],
    ['a picture cut off', async () => (await aPhoto()).subarray(0, 20_000)],
    ['a PDF of its first line', async () => aPdf().subarray(0, 60)],
    ['a song of its first bytes', async () => Buffer.from('fLaC\0\0\0\x22')],
  ])('refuses %s', async (_, bytes) => {
    expect(await verdict(await bytes())).toBe('media-damaged')
  })

  it('ends a tool that does not', async () => {
    const stuck = at('stuck')
    await writeFile(stuck, '#!/bin/sh\nexec sleep 600\n')
    await chmod(stuck, 0o755)
    const probing = probe(at('film.mp4'), stuck, { limitMs: 300 })
    await expect(probing).rejects.toMatchObject({ code: 'media-too-complex' })
  })
})

function fastStart() {
  return made('fast.mp4', '-i', at('film.mp4'), '-c', 'copy', '-movflags', '+faststart')
}

function svg(inside: string, size = 'width="384" height="256"') {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`
}

/** A black square PNG of one bit a pixel, with all its lines. */
async function aPngBomb(side: number): Promise<Buffer> {
  const line = Buffer.alloc(1 + side / 8)
  const block = Buffer.concat(Array.from({ length: 500 }, () => line))
  const deflate = createDeflate({ level: 6 })
  const packed: Buffer[] = []
  deflate.on('data', (part: Buffer) => packed.push(part))
  for (let lines = 0; lines < side; lines += 500) {
    await new Promise<void>((done) => deflate.write(block, () => done()))
  }
  await new Promise<void>((done) => deflate.end(() => done()))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(1, 8)
  const chunks = [chunk('IHDR', head), chunk('IDAT', Buffer.concat(packed)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function crc32(bytes: Buffer) {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
