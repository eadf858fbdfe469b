import { afterAll, beforeAll, expect, it } from 'vitest'
import { profilePresets } from '../../../src/cms/collections/display-profiles/presets'
import { seedPresets } from '../../../src/cms/collections/display-profiles/seedPresets'
import { type Cms, startCms } from '../../factories/cms'

let cms: Cms

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

async function profiles() {
  const { docs } = await cms.payload.find({
    collection: 'display-profiles',
    pagination: false,
    sort: 'preset',
  })
  return docs
}

it('brings the screens of a district', async () => {
  const sizes = (await profiles()).map(({ width, height }) => `${width}×${height}`)
  expect(sizes.sort()).toEqual(['1080×1920', '1280×720', '1920×1080', '1920×360', '384×256'])
})

it('adds what is missing and overwrites nothing', async () => {
  const [renamed, deleted] = await profiles()
  await cms.payload.update({
    collection: 'display-profiles',
    id: String(renamed?.id),
    data: { title: '改名', width: 385 },
  })
  await cms.payload.delete({ collection: 'display-profiles', id: String(deleted?.id) })
  await seedPresets(cms.payload)
  await seedPresets(cms.payload)
  const after = await profiles()
  expect(after).toHaveLength(profilePresets.length)
  expect(after.find(({ id }) => id === renamed?.id)).toMatchObject({ title: '改名', width: 385 })
  expect(after.map(({ preset }) => preset)).toContain(deleted?.preset)
})
