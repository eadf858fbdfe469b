import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import type { Staff } from '../factories/staff'
import { until } from '../factories/until'

const editor = { email: 'editor@example.org', password: 'correct horse battery 9' }

let stand: AdminStand
let staff: Staff
let playlist: string
let profile: string

beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  await staff.create('users', { name: '采编', role: 'editor', ...editor })
  const profiles = await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')
  profile = String(profiles.body.docs[0]?.id)
  const content = await staff.create('contents', {
    title: '口罩',
    kind: 'slogan',
    text: '出门戴口罩',
    seconds: 20,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
  })
  playlist = (await staff.create('playlists', { title: '大屏', entries: [{ content: content.id }] })).id
})
afterAll(() => stand?.close())

/** A schedule that plays all day on a display of its own. */
async function aSchedule() {
  const place = { channel: 'led', timezone: 'Asia/Shanghai', profile }
  const display = await staff.create('displays', { name: '广场大屏', ...place })
  const targets = { displays: [display.id] }
  return staff.create('schedules', { title: '全天循环', playlist, level: 'normal', enabled: true, targets })
}

const words = {
  'zh-CN': {
    tabs: ['播什么、在哪播', '级别与份额'],
    none: '没有发现问题。',
    count: '1 处提醒',
    link: '定次播出排不下',
    message: /^定次播出排不下：现在起，“广场大屏”上/,
    save: '保存',
  },
  'en-US': {
    tabs: ['What and where', 'Rank and share'],
    none: 'Nothing to look at.',
    count: '1 warning',
    link: 'Not all booked plays fit',
    message: /^Not all booked plays fit: from now on, on “广场大屏”/,
    save: 'Save',
  },
} as const

describe.each(Object.entries(words))(
  'a schedule’s form in %s',
  (locale, { tabs, none, count, link, message, save }) => {
    it('warns beside the field while it is typed, lets it be saved, and takes the warning back', async () => {
      const { id } = await aSchedule()
      const page = await stand.open({ locale, as: editor, path: `/collections/schedules/${id}` })
      const summary = page.locator('.xb-summary')
      await summary.getByText(none).waitFor()

      await page.getByRole('button', { name: tabs[1], exact: true }).click()
      const booking = page.locator('#field-playsPerHour')
      await booking.fill('240')
      const warning = page.locator('.row:has(#field-playsPerHour) ~ .xb-warnings > .xb-warning')
      await warning.waitFor()
      expect(await warning.textContent()).toMatch(message)
      await summary.getByText(count, { exact: true }).waitFor()
      expect(await page.locator('.field-error').count()).toBe(0)

      await page.getByRole('button', { name: save, exact: true }).click()
      await until(
        () => staff.get(`/api/schedules/${id}`),
        ({ body }) => body.playsPerHour === 240,
      )
      await summary.getByText(count, { exact: true }).waitFor()

      await page.getByRole('button', { name: tabs[0], exact: true }).click()
      await warning.waitFor({ state: 'detached' })
      await summary.getByRole('button', { name: link }).click()
      await warning.waitFor()
      await page.waitForFunction(() => document.activeElement?.classList.contains('xb-warnings'))

      await booking.fill('4')
      await warning.waitFor({ state: 'detached' })
      await summary.getByText(none).waitFor()
      await page.close()
    })

    it('says that it could not ask, and asks again', async () => {
      const { id } = await aSchedule()
      const page = await stand.open({ locale, as: editor })
      const path = '**/api/timeline/warnings'
      await page.route(path, (route) => route.abort())
      await page.goto(`${stand.url}/admin/collections/schedules/${id}`)
      const summary = page.locator('.xb-summary')
      await summary.locator('.xb-error').waitFor()
      await page.unroute(path)
      await summary.getByRole('button').click()
      await summary.getByText(none).waitFor()
      await page.close()
    })
  },
)

it.each([
  ['zh-CN', '2027 年的安排未知', '国庆节', '更正'],
  ['en-US', 'The arrangement of 2027 is unknown', 'National Day', 'corrected'],
])(
  'the working calendar shows what is known and what the office corrects, in %s',
  async (locale, unknown, holiday, corrected) => {
    const page = await stand.open({ locale, as: editor })
    await page.clock.setFixedTime(new Date('2026-06-01T04:00:00Z'))
    await page.goto(`${stand.url}/admin/globals/working-calendar`)
    await page.getByText(unknown).waitFor()
    const row = page.getByRole('row', { name: holiday })
    expect(await row.textContent()).not.toContain(corrected)
    await page.locator('.array-field__add-row').click()
    await page.locator('#field-corrections__0__from').fill('2026-10-07')
    await page.locator('#field-corrections__0__kind').click()
    await page.locator('.rs__option').nth(1).click()
    await row.getByText(corrected).waitFor()
    await page.close()
  },
)
