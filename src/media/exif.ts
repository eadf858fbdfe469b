import type { Metadata } from 'sharp'

type Traces = { place: boolean; camera: boolean }

const MAKE = 0x010f
const MODEL = 0x0110
const GPS_IFD = 0x8825
const GPS_LATITUDE = 0x0002

/** Whether a picture tells where it was taken, and with what: from its EXIF and its XMP. */
export function tracesOf({ exif, xmpAsString = '' }: Pick<Metadata, 'exif' | 'xmpAsString'>): Traces {
  const tags = exif ? readTags(exif) : { first: new Map<number, number>(), gps: new Map<number, number>() }
  return {
    place: tags.gps.has(GPS_LATITUDE) || /GPSLatitude/.test(xmpAsString),
    camera: tags.first.has(MAKE) || tags.first.has(MODEL) || /tiff:(Make|Model)/.test(xmpAsString),
  }
}

/** The tags of the first directory and of that of the place (EXIF 2.32, 4.6.3); none where the bytes make no sense. */
function readTags(exif: Buffer) {
  const start = exif.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const tiff = exif.subarray(start)
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))

  const directory = (at: number) => {
    const tags = new Map<number, number>()
    if (at < 8 || at + 2 > tiff.length) return tags
    for (let entry = at + 2, left = u16(at); left > 0 && entry + 12 <= tiff.length; left -= 1, entry += 12) {
      tags.set(u16(entry), u32(entry + 8))
    }
    return tags
  }
  const first = tiff.length >= 8 ? directory(u32(4)) : directory(0)
  return { first, gps: directory(first.get(GPS_IFD) ?? 0) }
}
