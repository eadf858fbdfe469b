import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import { type Device, pairDevice } from '../factories/device'
import type { Staff } from '../factories/staff'
import { until } from '../factories/until'

let stand: AdminStand
let staff: Staff
let device: Device
let slogan: string

beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  const profiles = await staff.get<{ docs: { id: string }[] }>(
    '/api/display-profiles?where[width][equals]=384',
  )
  const display = await staff.create('displays', {
    name: '广场大屏',
    channel: 'led',
    timezone: 'Asia/Shanghai',
    profile: profiles.body.docs[0]?.id,
  })
  const content = await staff.create('contents', {
    title: '口罩',
    kind: 'slogan',
    text: '出门戴口罩',
    seconds: 10,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
  })
  slogan = content.id
  const playlist = await staff.create('playlists', { title: '大屏', entries: [{ content: slogan }] })
  const targets = { displays: [display.id] }
  await staff.create('schedules', {
    title: '全天',
    playlist: playlist.id,
    level: 'normal',
    enabled: true,
    targets,
  })
  device = await pairDevice(stand.url, staff, display.id)
  await until(
    () => device.manifest(),
    ({ manifest }) => slogan in manifest.contents,
  )
})
afterAll(() => stand?.close())

/** What the previewed screen says, without the line breaks that its size asked for. */
async function previewed(page: Page) {
  const frame = page.frameLocator('iframe')
  return ((await frame.locator('body').textContent()) ?? '').replace(/\s/g, '')
}

describe('the admin', () => {
  it.each([
    ['zh-CN', '内容', '标题', '审核状态'],
    ['en-US', 'Contents', 'Title', 'Review status'],
    ['fr-FR', '内容', '标题', '审核状态'],
  ])('speaks to a browser in %s', async (locale, heading, title, status) => {
    const page = await stand.open({ locale, path: '/collections/contents' })
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
    const columns = await page.locator('thead').textContent()
    expect(columns).toContain(title)
    expect(columns).toContain(status)
    await page.close()
  })

  it('shows an unsaved slogan as a screen would, and publishes nothing', async () => {
    const before = await device.manifest()
    const page = await stand.open({ path: `/collections/contents/${slogan}` })
    await page.locator('#live-preview-toggler').click()
    await until(
      () => previewed(page),
      (text) => text.includes('出门戴口罩'),
    )
    await page.locator('textarea[name=text]').fill('回家先洗手')
    await until(
      () => previewed(page),
      (text) => text.includes('回家先洗手'),
    )
    expect(await device.manifest()).toEqual(before)

    await page.locator('#action-save').click()
    const after = await until(
      () => device.manifest(),
      ({ etag }) => etag !== before.etag,
    )
    expect(after.manifest.contents[slogan]?.text?.body).toBe('回家先洗手')
    await page.close()
  })

  it('is closed to who has not signed in', async () => {
    const answers = await Promise.all(
      [`/api/contents/${slogan}`, `/api/preview/player?collection=contents&id=${slogan}`, '/api/media'].map(
        async (path) => (await fetch(`${stand.url}${path}`)).status,
      ),
    )
    expect(answers).toEqual([403, 401, 403])
  })
})
