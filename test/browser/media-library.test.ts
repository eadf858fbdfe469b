import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import { aPhoto } from '../factories/media'
import type { Staff } from '../factories/staff'
import { until } from '../factories/until'

let stand: AdminStand
let staff: Staff
let page: Page

beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  await staff.create('media-folders', { title: '防汛' })
  for (const [index, name] of ['戴口罩.jpg', '一米线.jpg', '防汛.jpg'].entries()) {
    const photo = await aPhoto({ width: 320 + index, height: 180 })
    await staff.upload(new Blob([new Uint8Array(photo)]), name, { tags: index === 0 ? ['公益'] : [] })
  }
  await until(
    () => staff.get<{ totalDocs: number }>('/api/media?where[state][equals]=ready&limit=1'),
    ({ body }) => body.totalDocs === 3,
  )
})
afterAll(() => stand?.close())
afterEach(() => page?.close())

const names = (page: Page) => page.locator('.xb-piece__name').allTextContents()
const folder = (page: Page, title: string) => page.locator('.xb-folder', { hasText: title })

describe('the media library', () => {
  it('shows pictures, and is searched; the way back leads to the same place', async () => {
    page = await stand.open({ path: '/collections/media' })
    await expect.poll(() => names(page)).toEqual(['防汛.jpg', '一米线.jpg', '戴口罩.jpg'])
    const width = () =>
      page
        .locator('.xb-picture img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    await expect.poll(width).toBeGreaterThan(0)

    await page.keyboard.press('/')
    await page.keyboard.type('口罩')
    await expect.poll(() => names(page)).toEqual(['戴口罩.jpg'])
    await page.locator('.xb-piece__open').click()
    await page.waitForURL(/\/collections\/media\/[\w-]+/)
    await page.goBack()
    await expect.poll(() => names(page)).toEqual(['戴口罩.jpg'])

    await page.locator('.xb-filters__words').fill('没有这样的')
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect.poll(() => names(page)).toHaveLength(3)
    await page.getByRole('button', { name: '公益', exact: true }).click()
    await expect.poll(() => names(page)).toEqual(['戴口罩.jpg'])
  })

  it('is filed by dragging, and by keyboard', async () => {
    page = await stand.open({ path: '/collections/media' })
    await expect.poll(() => names(page)).toHaveLength(3)
    await page.locator('.xb-piece__open', { hasText: '防汛.jpg' }).dragTo(folder(page, '防汛'))
    await expect.poll(() => folder(page, '防汛').textContent()).toBe('防汛1')

    await page.locator('.xb-piece__open').nth(1).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+Space')
    await page.getByLabel('移到').selectOption({ label: '防汛' })
    await expect.poll(() => folder(page, '防汛').textContent()).toBe('防汛3')
    await folder(page, '未归夹').click()
    await page.locator('.xb-library__empty').waitFor()
  })

  it('is a table for who prefers one, also the next time', async () => {
    page = await stand.open({ path: '/collections/media', locale: 'en-US' })
    await page.getByRole('button', { name: 'Table' }).click()
    await page.locator('.table').waitFor()
    await page.reload()
    await page.locator('.table').waitFor()
    await page.getByRole('button', { name: 'Pictures' }).click()
    await expect.poll(() => names(page)).toHaveLength(3)
  })

  it('gives a content its file, from a drawer that shows only what fits', async () => {
    page = await stand.open({ path: '/collections/contents/create' })
    await page.locator('.upload__listToggler').click()
    await expect.poll(() => names(page)).toHaveLength(3)
    await page.locator('.xb-filters__words').fill('一米')
    await expect.poll(() => names(page)).toEqual(['一米线.jpg'])
    await page.locator('.xb-piece__open').click()
    await page.locator('.field-type.upload', { hasText: '一米线.jpg' }).waitFor()
  })
})
