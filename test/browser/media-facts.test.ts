import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool } from '../../src/media/run'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import { temporaryFolder, tools } from '../factories/media'
import { aPdf } from '../factories/pdf'
import type { Staff } from '../factories/staff'

let stand: AdminStand
let staff: Staff
let film: string
let handbook: string

beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  film = await uploaded('志愿送暖.mp4', await aLoudFilm())
  handbook = await uploaded('防疫手册.pdf', aPdf({ pages: 12 }))
})
afterAll(() => stand?.close())

async function uploaded(name: string, bytes: Buffer) {
  const { status, body } = await staff.upload(new Blob([new Uint8Array(bytes)]), name)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc.id
}

/** Upright, a second and a half of black first, and a tone of about −9 LUFS. */
async function aLoudFilm() {
  const { dir, remove } = await temporaryFolder()
  const sources = [
    'color=black:s=180x320:r=25:d=1.5',
    'testsrc2=s=180x320:r=25:d=3',
    'sine=frequency=1000:duration=4.5,volume=12dB',
  ]
  const inputs = sources.flatMap((source) => ['-f', 'lavfi', '-i', source])
  const joined = ['-filter_complex', '[0][1]concat=n=2[v]', '-map', '[v]', '-map', '2']
  const args = ['-v', 'error', ...inputs, ...joined, '-c:v', 'libx264', '-c:a', 'aac', join(dir, 'loud.mp4')]
  await runTool({ program: tools().ffmpeg, args, timeoutMs: 60_000 })
  const bytes = await readFile(join(dir, 'loud.mp4'))
  await remove()
  return bytes
}

describe('facts and advice', () => {
  it('tell on its page what a film is, once it is measured, and what to mind on each screen', async () => {
    const page = await stand.open({ path: `/collections/media/${film}` })
    await page.getByText('180 × 320 像素（竖幅）').waitFor()
    await page
      .getByText(/−(8\.\d|9|9\.\d) LUFS/)
      .first()
      .waitFor()
    await page.getByText('开头 1.5 秒', { exact: true }).waitFor()
    const television = page.locator('.xb-advice__group', { hasText: '电视 1920×1080' }).first()
    expect(await television.textContent()).toMatch(/竖幅画面放在横屏上.*播出时会调低 15 dB/)
    await page.close()
  })

  it('speak English to whom does', async () => {
    const page = await stand.open({ path: `/collections/media/${handbook}`, locale: 'en-US' })
    await page.getByText('210 × 297 mm (A4)').waitFor()
    await page.getByText('A PDF of 12 pages').waitFor()
    await page.close()
  })

  it('stand beside the media of a content, for the screens that it is scheduled on', async () => {
    const content = await staff.create('contents', {
      ...{ title: '手册', kind: 'poster', media: handbook, page: 2, seconds: 10 },
      quotaClass: 'public-service',
    })
    const before = await stand.open({ path: `/collections/contents/${content.id}` })
    await before.getByText('尚未排期，按全部屏型给出。').waitFor()
    await before.close()

    const { body } = await staff.get<{ docs: { id: string }[] }>(
      '/api/display-profiles?where[width][equals]=384',
    )
    const display = await staff.create('displays', {
      ...{ name: '大屏', channel: 'led', timezone: 'Asia/Shanghai', profile: body.docs[0]?.id },
    })
    const playlist = await staff.create('playlists', { title: '大屏', entries: [{ content: content.id }] })
    const targets = { displays: [display.id] }
    await staff.create('schedules', {
      title: '全天',
      playlist: playlist.id,
      level: 'normal',
      enabled: true,
      targets,
    })
    const after = await stand.open({ path: `/collections/contents/${content.id}` })
    await after.getByText('按已排期的屏型给出。').waitFor()
    expect(await after.locator('.xb-advice').textContent()).toContain('只有 3.2 像素高')
    expect(await after.locator('.xb-advice').textContent()).not.toContain('电视 1920×1080')
    await after.close()
  })
})
