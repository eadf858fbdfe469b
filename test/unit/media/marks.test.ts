import sharp, { type Exif } from 'sharp'
import { describe, expect, it } from 'vitest'
import { aigcOfTags, aigcOfXmp } from '../../../src/media/aigc'
import { tracesOf } from '../../../src/media/exif'
import { profileName } from '../../../src/media/profile-name'

describe('the AI label', () => {
  it.each([
    ['an attribute', `<rdf:Description TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;}"/>`, '{"Label":"1"}'],
    ['an attribute in single quotes', `<rdf:Description TC260:AIGC='{"Label":"1"}'/>`, '{"Label":"1"}'],
    ['an element', '<TC260:AIGC>{"Label":"1"}</TC260:AIGC>', '{"Label":"1"}'],
    ['nothing', '<dc:title>AIGC</dc:title>', undefined],
  ])('is read from XMP as %s', (_, xmp, label) => {
    expect(aigcOfXmp(xmp)).toBe(label)
  })

  it('is read from tags, whatever their case', () => {
    expect(aigcOfTags({ title: 'x', aigc: '1' })).toBe('1')
    expect(aigcOfTags({})).toBeUndefined()
  })
})

describe('tracesOf', () => {
  const picture = (exif: Exif) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withExif(exif)
      .jpeg()
      .toBuffer()

  it('finds camera and place', async () => {
    const exif = {
      IFD0: { Make: 'Xuanbo', Model: 'One' },
      IFD3: { GPSLatitude: '31/1 14/1 0/1', GPSLatitudeRef: 'N' },
    }
    expect(tracesOf(await sharp(await picture(exif)).metadata())).toEqual({ place: true, camera: true })
    expect(tracesOf(await sharp(await picture({ IFD0: { Copyright: 'x' } })).metadata())).toEqual({
      place: false,
      camera: false,
    })
  })

  it('makes nothing of bytes that make no sense', () => {
    for (const exif of [Buffer.alloc(0), Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1')]) {
      expect(tracesOf({ exif })).toEqual({ place: false, camera: false })
    }
    expect(tracesOf({ xmpAsString: '<x exif:GPSLatitude="31,14N"/>' }).place).toBe(true)
  })
})

describe('profileName', () => {
  it('is read from a profile of version 4', async () => {
    const { data } = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withIccProfile('p3')
      .png()
      .toBuffer({ resolveWithObject: true })
    const { icc } = await sharp(data).metadata()
    expect(profileName(icc ?? Buffer.alloc(0))).toMatch(/P3/i)
  })

  it('is unknown where there is no profile to read', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(400), Buffer.alloc(400, 0xff)]) {
      expect(profileName(bytes)).toBeUndefined()
    }
  })
})
