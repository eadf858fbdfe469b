import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { assets } from '../../../../src/cli/demo/assets'
import { contents, type DemoContent, displays, playlists, schedules } from '../../../../src/cli/demo/campaign'
import { profilePresets } from '../../../../src/cms/collections/display-profiles/presets'
import { temporaryFolder } from '../../../factories/media'

const pieces = Object.values<DemoContent>(contents)

describe('the demo campaign', () => {
  it('uses every asset, and no asset that is not there', () => {
    const used = pieces.flatMap(({ media, cover }) => [media, cover]).filter((name) => name !== undefined)
    expect(new Set(used)).toEqual(new Set(Object.keys(assets)))
    expect(new Set(Object.values(assets).map(({ filename }) => filename)).size).toBe(
      Object.keys(assets).length,
    )
  })

  it('puts every piece on a playlist, and every playlist but the filler on a schedule', () => {
    expect(new Set(Object.values(playlists).flatMap(({ entries }) => entries))).toEqual(
      new Set(Object.keys(contents)),
    )
    const scheduled = new Set(schedules.map(({ playlist }) => playlist))
    expect(Object.keys(playlists).filter((name) => !scheduled.has(name as never))).toEqual(['filler'])
  })

  it('has something for each display at every hour, and dayparts besides', () => {
    for (const display of Object.keys(displays)) {
      const own = schedules.filter((schedule) => schedule.display === display)
      expect(own.some(({ dayparts, enabled }) => !dayparts && enabled !== false)).toBe(true)
    }
    expect(schedules.some(({ dayparts }) => dayparts?.some(({ days }) => days))).toBe(true)
  })

  it('gives what is told apart by its text a title of its own', () => {
    const texts = pieces.filter(({ media }) => !media).map(({ title }) => title)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it.each([
    ['square', 'together'],
    ['crossing', 'smallMask'],
    ['lobby', 'wearMask'],
  ] as const)('draws posters in the pixels of the screen: %s', async (display, asset) => {
    const { dir, remove } = await temporaryFolder()
    const preset = profilePresets.find((profile) => profile.preset === displays[display].preset)
    const path = await assets[asset]?.make({ dir, ffmpeg: 'none' })
    const { width, height } = await sharp(path).metadata()
    await remove()
    expect({ width, height }).toEqual({ width: preset?.width, height: preset?.height })
  })
})
