import { readFile, rm } from 'node:fs/promises'
import { runTool } from '../../src/media/run'
import { tools } from './media'

/**
 * A HEIC as telephones write it, but of one tile: HEVC from ffmpeg in the boxes of ISO/IEC 23008-12. Red above, blue below,
 * before it is turned by `irot` quarter turns against the clock.
 */
export async function aHeic(path: string, { width = 64, height = 48, turns = 0 } = {}): Promise<Buffer> {
  const film = `${path}.mp4`
  const half = `${width}x${height / 2}`
  const picture = `color=red:s=${half}[a];color=blue:s=${half}[b];[a][b]vstack`
  const codec = [
    '-frames:v',
    '1',
    '-pix_fmt',
    'yuv420p',
    '-c:v',
    'libx265',
    '-x265-params',
    'info=0:log-level=0',
  ]
  const { ffmpeg } = tools()
  const args = ['-v', 'error', '-f', 'lavfi', '-i', picture, ...codec, '-tag:v', 'hvc1', '-y', film]
  await runTool({ program: ffmpeg, args, timeoutMs: 20_000 })
  const made = await readFile(film)
  await rm(film)
  return heif(payloadOf(made, 'hvcC'), payloadOf(made, 'mdat'), { width, height, turns })
}

function heif(hvcC: Buffer, sample: Buffer, { width, height, turns }: Record<string, number>) {
  const kind = box('ftyp', 'heic', u32(0), 'mif1', 'heic')
  const properties = [
    box('hvcC', hvcC),
    box('ispe', u32(0), u32(width ?? 0), u32(height ?? 0)),
    box('irot', Buffer.from([turns ?? 0])),
  ]
  const uses = [0x81, 0x02, 0x83]
  const metaAt = (offset: number) =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), 'pict', Buffer.alloc(13)),
      box('pitm', u32(0), u16(1)),
      box('iloc', u32(0), u16(0x4400), u16(1), u16(1), u16(0), u16(1), u32(offset), u32(sample.length)),
      box('iinf', u32(0), u16(1), box('infe', u32(0x02000000), u16(1), u16(0), 'hvc1', Buffer.alloc(1))),
      box(
        'iprp',
        box('ipco', ...properties),
        box('ipma', u32(0), u32(1), u16(1), Buffer.from([uses.length, ...uses])),
      ),
    )
  const offset = kind.length + metaAt(0).length + 8
  return Buffer.concat([kind, metaAt(offset), box('mdat', sample)])
}

/** The payload of the first box of that name. */
function payloadOf(file: Buffer, name: string) {
  const at = file.indexOf(name)
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4))
}

function box(name: string, ...parts: (Buffer | string)[]) {
  const body = Buffer.concat([Buffer.from(name), ...parts.map((part) => Buffer.from(part as string))])
  return Buffer.concat([u32(body.length + 4), body])
}

function u32(value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function u16(value: number) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}
