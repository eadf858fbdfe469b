import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProgressReport } from '../../src/cms/admin/media/progress/report'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import { aPhoto } from '../factories/media'
import type { Staff } from '../factories/staff'
import { until } from '../factories/until'

let stand: AdminStand
let staff: Staff
let media: { id: string; sha256: string; ext: string }
let original: string
let content: { id: string }

/** A poster that a wall plays, whose original was away when its version for that wall was to be made. */
beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  const photo = await aPhoto({ width: 800, height: 600 })
  media = (await staff.upload<typeof media>(new Blob([Uint8Array.from(photo)]), '口罩.jpg')).body.doc
  await reported(({ state }) => state === 'ready')
  original = join(stand.site.folder, 'media', media.sha256.slice(0, 2), `${media.sha256}.${media.ext}`)
  await rename(original, `${original}.away`)
  const piece = { title: '口罩', kind: 'poster', media: media.id, quotaClass: 'public-service' }
  content = await staff.create('contents', { ...piece, reviewStatus: 'approved' })
  const playlist = await staff.create('playlists', { title: '大屏', entries: [{ content: content.id }] })
  const targets = { all: true }
  await staff.create('schedules', {
    title: '全天',
    playlist: playlist.id,
    level: 'normal',
    enabled: true,
    targets,
  })
  const { body } = await staff.get<{ docs: { id: string }[] }>(
    '/api/display-profiles?where[preset][equals]=led-384x256',
  )
  const place = { channel: 'led', timezone: 'Asia/Shanghai', profile: body.docs[0]?.id }
  await staff.create('displays', { name: '路口小屏', ...place })
  await reported(({ renditions }) => renditions[0]?.state === 'failed')
})
afterAll(() => stand?.close())

function reported(isRight: (report: ProgressReport[string]) => boolean) {
  return until(
    async () => (await staff.get<ProgressReport>(`/api/media-progress?media=${media.id}`)).body[media.id],
    (report) => report !== undefined && isRight(report),
  )
}

it('a failed version says why on the page of the content that needs it too', async () => {
  const page = await stand.open({ path: `/collections/contents/${content.id}` })
  const versions = page.locator('.xb-versions')
  await versions.getByText('1 个屏幕版本生成失败，这些屏幕播通用版本').waitFor()
  await versions.locator('tbody tr').getByText('存储中找不到原始文件').waitFor()
  expect(await versions.getByRole('button', { name: '重试 384×256' }).count()).toBe(1)
})

it('a failed version says why on the page of its file, and is made when tried again, without a reload', async () => {
  const page = await stand.open({ path: `/collections/media/${media.id}` })
  const versions = page.locator('.xb-versions')
  const row = versions.locator('tbody tr')
  await row.getByText('存储中找不到原始文件').waitFor()
  expect(await row.locator('th').textContent()).toBe('384×256')
  await rename(`${original}.away`, original)
  await row.getByRole('button', { name: '重试 384×256' }).click()
  await row.getByText('可用').waitFor()
  await versions.getByText('各屏版本均已生成').waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
})
