import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import { aBigVideo } from '../factories/big-video'
import { aPhoto } from '../factories/media'
import type { Staff } from '../factories/staff'
import { until } from '../factories/until'

const megabytes = 2 ** 20
const words = {
  'zh-CN': {
    pause: /^暂停/,
    resume: /^继续/,
    ready: '可用',
    refused: '未接收',
    remove: '移除',
    choose: '选择文件',
  },
  'en-US': {
    pause: /^Pause/,
    resume: /^Resume/,
    ready: 'Ready',
    refused: 'Refused',
    remove: 'Remove',
    choose: 'Choose files',
  },
}

let stand: AdminStand
let staff: Staff
let scratch: string
let opened: Page
let made = 0

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xuanbo-files-'))
  stand = await setUpAdmin()
  staff = stand.staff
})
afterAll(async () => {
  await stand?.close()
  await rm(scratch, { recursive: true, force: true })
})
beforeEach(() => {
  made += 1
})
afterEach(() => opened?.close())

async function signedIn(locale: string, path: string): Promise<Page> {
  opened = await stand.open({ locale, path })
  opened.on('dialog', (dialog) => void dialog.accept())
  await opened.locator('main, .template-default').first().waitFor()
  return opened
}

/** One a page: the conditions of two do not add up. */
const lines = new WeakMap<Page, CDPSession>()

/** From now on the page sends no more than so many bytes a second; 0: there is no network; null: as many as it can. */
async function throttle(page: Page, bytesPerSecond: number | null) {
  const line = lines.get(page) ?? (await page.context().newCDPSession(page))
  lines.set(page, line)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: bytesPerSecond === 0,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond || -1,
  })
}

async function aFilm(name: string, bytes: number) {
  const film = await aBigVideo({ bytes, seed: made })
  const path = join(scratch, name)
  await writeFile(path, film.slice(0, bytes))
  return path
}

async function aPicture(name: string) {
  const path = join(scratch, name)
  await writeFile(path, await aPhoto({ width: 200 + made, height: 100 }))
  return path
}

/** Drops files on an element as a person would. */
async function drop(page: Page, selector: string, files: { name: string; bytes: Buffer }[]) {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, base64 } of all)
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
    return data
  }, given)
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer })
}

const row = (page: Page, name: string) => page.locator('.xb-upload__item', { hasText: name })
const badge = (page: Page, name: string) => row(page, name).locator('.xb-badge')

describe.each(['zh-CN', 'en-US'] as const)('uploading in %s', (locale) => {
  const say = words[locale]

  it('takes two files dropped at once, and says of each when screens can show it, or why not', async () => {
    const page = await signedIn(locale, '/collections/media')
    await page.locator('.xb-upload__zone').waitFor()
    const photo = await aPhoto({ width: 300 + made, height: 200 })
    await drop(page, '.xb-upload__zone', [
      { name: `巡堤${made}.jpg`, bytes: photo },
      { name: `坏${made}.jpg`, bytes: Buffer.from('not a picture') },
    ])
    await expect.poll(() => badge(page, `巡堤${made}.jpg`).textContent()).toBe(say.ready)
    await expect.poll(() => badge(page, `坏${made}.jpg`).textContent()).toBe(say.refused)
    expect(await row(page, `坏${made}.jpg`).locator('.xb-error').textContent()).toMatch(
      locale === 'zh-CN' ? /不支持/ : /not accepted/,
    )
    const refused = row(page, `坏${made}.jpg`).getByRole('button')
    expect(await refused.allTextContents()).toEqual([say.remove])
    await refused.click()
    await expect.poll(() => row(page, `坏${made}.jpg`).count()).toBe(0)
    await row(page, `巡堤${made}.jpg`).getByRole('link').click()
    await page.waitForURL(/\/collections\/media\/[0-9a-f-]{36}/)
  })

  it('takes files dropped anywhere on the list', async () => {
    const page = await signedIn(locale, '/collections/media')
    await page.locator('.xb-upload__zone').waitFor()
    await drop(page, 'h1', [
      { name: `别处${made}.jpg`, bytes: await aPhoto({ width: 300 + made, height: 200 }) },
    ])
    await expect.poll(() => badge(page, `别处${made}.jpg`).textContent()).toBe(say.ready)
  })

  it('pauses, and goes on where it was; then again after the page was loaded anew', async () => {
    const page = await signedIn(locale, '/collections/media/create')
    const name = `长片${made}.mp4`
    const film = await aFilm(name, 20 * megabytes)
    const offsets: number[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH' && request.url().includes('/api/uploads/'))
        offsets.push(Number(request.headers()['upload-offset']))
    })
    await throttle(page, 4 * megabytes)
    await page.getByRole('button', { name: say.choose }).waitFor()
    await page.locator('.xb-upload input[type=file]').setInputFiles(film)
    await row(page, name).getByRole('button', { name: say.pause }).waitFor()
    await expect.poll(() => row(page, name).textContent()).toMatch(/MB \/ 20 MB · \d+% · .+\/s · /)
    await expect.poll(() => offsets.length).toBeGreaterThan(1)

    await row(page, name).getByRole('button', { name: say.pause }).click()
    const paused = offsets.at(-1) ?? 0
    await row(page, name).getByRole('button', { name: say.resume }).click()
    await until(
      async () => offsets,
      (all) => (all.at(-1) ?? 0) > paused,
    )

    await page.reload()
    const begun = page.locator('.xb-upload__begun li', { hasText: name })
    await begun.waitFor()
    offsets.length = 0
    await throttle(page, null)
    await page.locator('.xb-upload input[type=file]').setInputFiles(film)
    await expect.poll(() => badge(page, name).textContent()).toBe(say.ready)
    expect(offsets[0]).toBeGreaterThan(0)
    expect(await begun.count()).toBe(0)
  })
})

describe('uploading', () => {
  it('goes into the folder that was chosen, and can be called off', async () => {
    const folder = await staff.create('media-folders', { title: '国庆' })
    const page = await signedIn('zh-CN', '/collections/media')
    const picture = await aPicture(`归夹${made}.jpg`)
    await page.getByLabel('存入素材夹').selectOption({ label: '国庆' })
    await page.locator('.xb-upload input[type=file]').setInputFiles(picture)
    await expect.poll(() => badge(page, `归夹${made}.jpg`).textContent()).toBe('可用')
    const { body } = await staff.get<{ docs: { folder: { id: string } }[] }>(
      `/api/media?where[filename][equals]=${encodeURIComponent(`归夹${made}.jpg`)}`,
    )
    expect(body.docs[0]?.folder.id).toBe(folder.id)

    await throttle(page, megabytes)
    await page.locator('.xb-upload input[type=file]').setInputFiles(await aFilm('取消.mp4', 20 * megabytes))
    await row(page, '取消.mp4').getByRole('button', { name: /^取消/ }).click()
    await expect.poll(() => row(page, '取消.mp4').count()).toBe(0)
    await page.reload()
    await page.locator('.xb-upload__zone').waitFor()
    expect(await page.locator('.xb-upload__begun').count()).toBe(0)
  })

  it('waits while there is no network, and goes on by itself', async () => {
    const page = await signedIn('zh-CN', '/collections/media')
    const name = `断网${made}.mp4`
    await throttle(page, 2 * megabytes)
    await page.locator('.xb-upload input[type=file]').setInputFiles(await aFilm(name, 20 * megabytes))
    await expect.poll(() => row(page, name).textContent()).toMatch(/[1-9]\d?%/)
    await throttle(page, 0)
    await expect.poll(() => badge(page, name).textContent()).toBe('等待网络')
    await throttle(page, null)
    await expect.poll(() => badge(page, name).textContent()).toBe('可用')
  })

  it('says of a file that is there already which one it is', async () => {
    const page = await signedIn('zh-CN', '/collections/media')
    const picture = await aPicture(`同一个${made}.jpg`)
    await page.locator('.xb-upload input[type=file]').setInputFiles(picture)
    await expect.poll(() => badge(page, `同一个${made}.jpg`).textContent()).toBe('可用')
    await page.locator('.xb-upload input[type=file]').setInputFiles(picture)
    await page.getByText(`这个文件已上传过：同一个${made}.jpg`).waitFor()
  })

  it('in the drawer of a content gives the content its file', async () => {
    const page = await signedIn('zh-CN', '/collections/contents/create')
    await page.locator('.upload__createNewToggler').click()
    await page.locator('.xb-upload input[type=file]').setInputFiles(await aPicture(`抽屉${made}.jpg`))
    await page.locator('.field-type.upload', { hasText: `抽屉${made}.jpg` }).waitFor()
    await expect.poll(() => page.locator('.xb-upload').count()).toBe(0)
  })

  it('by dropping a file on the field of a content works as Payload does it', async () => {
    const page = await signedIn('zh-CN', '/collections/contents/create')
    await page.locator('.upload__createNewToggler').waitFor()
    const bytes = await aPhoto({ width: 300 + made, height: 200 })
    await drop(page, '.upload .dropzone', [{ name: `拖入${made}.jpg`, bytes }])
    await page.locator('.file-selections__fileName', { hasText: `拖入${made}.jpg` }).waitFor()
    expect(await page.locator('.xb-upload').count()).toBe(0)
    await page.locator('.bulk-upload--actions-bar__saveButtons button').click()
    await page.locator('.field-type.upload', { hasText: `拖入${made}.jpg` }).waitFor()
  })
})
