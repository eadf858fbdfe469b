import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminStand, setUpAdmin } from '../factories/admin-page'
import type { Staff } from '../factories/staff'

const editor = { email: 'editor@example.org', password: 'correct horse battery 8' }

/** What the test presses and reads. */
const zh = {
  locale: 'zh-CN',
  when: '什么时候播',
  weekly: '每周',
  monthly: '每月',
  workdays: '工作日／休息日',
  dates: '指定日期',
  custom: '自定义规则',
  everyHowMany: '每几周',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  byWeekday: '按第几个周几',
  nths: ['第一个', '第二个', '第三个', '第四个', '第五个', '最后一个'],
  afterSome: '满若干天后',
  howMany: '共播出多少天',
  onlyWorkdays: '工作日（含调休上班）',
  rrule: '重复规则（RRULE）',
  typedDate: '播出的日期：输入一个日期，按回车',
  setStart: /^设为 .* 00:00$/,
  biweekly: '从 2090-01-01 起，每两周的周一、周三播出，07:00–09:00',
  lastFriday: '从 2090-01-01 起，每月最后一个周五播出，07:00–09:00，共 3 天（除外的不另补），法定节假日除外',
  lastWeekday: '从 2090-01-01 起，每月的周一至周五中的最后一天播出，07:00–09:00',
  everyWorkday: '从 2090-01-01 起，每个工作日（含调休上班）播出，07:00–09:00',
  hourly: '重复规则最细到天（DAILY），几点播出请用时段',
  unknown: '2090 年的节假日安排尚未公布',
  first: '2090-01-09 周一 07:00–09:00',
}
const en: typeof zh = {
  locale: 'en-US',
  when: 'When',
  weekly: 'Weekly',
  monthly: 'Monthly',
  workdays: 'Workdays or days off',
  dates: 'Picked dates',
  custom: 'Custom rule',
  everyHowMany: 'Every how many weeks',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  byWeekday: 'By weekday',
  nths: ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Last'],
  afterSome: 'After some dates',
  howMany: 'How many dates',
  onlyWorkdays: 'Workdays',
  rrule: 'Recurrence (RRULE)',
  typedDate: 'The dates: type a date, then Enter',
  setStart: /^Set it to .* 00:00$/,
  biweekly: 'Every 2 weeks on Monday and Wednesday, 07:00–09:00, from 1 January 2090',
  lastFriday:
    'Every month on the last Friday, 07:00–09:00, from 1 January 2090, 3 dates in all, those left out included, on working days only',
  lastWeekday: 'Every month on the last day among Monday to Friday, 07:00–09:00, from 1 January 2090',
  everyWorkday: 'Every working day, 07:00–09:00, from 1 January 2090',
  hourly: 'A recurrence goes by the day at most; use dayparts for the time of day',
  unknown: 'The calendar of 2090 is not published yet',
  first: '2090-01-09 Mon 07:00–09:00',
}

type Saved = { rrule?: string | null; rdates?: string[]; dayTypes?: string[]; start?: string | null }

let stand: AdminStand
let staff: Staff
let playlist: string

beforeAll(async () => {
  stand = await setUpAdmin()
  staff = stand.staff
  await staff.create('users', { name: '采编', role: 'editor', ...editor })
  const content = await staff.create('contents', {
    title: '口罩',
    kind: 'slogan',
    text: '出门戴口罩',
    seconds: 10,
    quotaClass: 'public-service',
  })
  playlist = (await staff.create('playlists', { title: '大屏', entries: [{ content: content.id }] })).id
})
afterAll(() => stand?.close())

describe.each([zh, en])('the rule builder in $locale', (words) => {
  let page: Page
  beforeAll(async () => {
    page = await stand.open({ locale: words.locale, as: editor, height: 1400 })
  })
  afterAll(() => page?.close())

  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check()
  const setTo = async (all: string[], chosen: string[]) => {
    // What is wanted first: one of them always stays.
    for (const name of chosen) await page.getByRole('checkbox', { name, exact: true }).check()
    for (const name of all.filter((one) => !chosen.includes(one))) {
      await page.getByRole('checkbox', { name, exact: true }).uncheck()
    }
  }
  const sentence = () => page.locator('.xb-outlook__sentence').textContent()
  const dates = () => page.locator('.xb-outlook__dates time').allTextContents()

  /** Opens the builder on a schedule that plays from 07:00 to 09:00. */
  async function opened(fields: object = {}): Promise<string> {
    const { id } = await staff.create('schedules', {
      title: '早高峰',
      playlist,
      level: 'normal',
      dayparts: [{ from: '07:00', to: '09:00' }],
      ...fields,
    })
    await open(id)
    return id
  }
  async function open(id: string) {
    await page.goto(`${stand.url}/admin/collections/schedules/${id}`)
    await page.getByRole('button', { name: words.when, exact: true }).click()
    await page.locator('.xb-outlook__dates, .xb-outlook .xb-warning').first().waitFor()
  }
  async function saved(id: string, rrule: string | null): Promise<Saved> {
    await page.locator('#action-save').click()
    await expect
      .poll(async () => (await staff.get<Saved>(`/api/schedules/${id}`)).body.rrule ?? null)
      .toBe(rrule)
    return (await staff.get<Saved>(`/api/schedules/${id}`)).body
  }
  const start = '2090-01-01T00:00'

  it('builds a weekly rule, and asks for its start', async () => {
    const id = await opened()
    await choose(words.weekly)
    await page.getByRole('button', { name: words.setStart }).click()
    await expect.poll(() => page.locator('input[name=start]').inputValue()).toMatch(/^\d{4}-\d\d-\d\d 00:00$/)
    await page.locator('input[name=start]').fill(start.replace('T', ' '))
    await page.getByLabel(words.everyHowMany, { exact: true }).fill('2')
    await setTo(
      words.weekdays,
      words.weekdays.filter((_, day) => day === 0 || day === 2),
    )
    await expect.poll(sentence).toBe(words.biweekly)
    await expect
      .poll(dates)
      .toEqual(
        ['01-09', '01-11', '01-23', '01-25', '02-06', '02-08', '02-20', '02-22', '03-06', '03-08'].map(
          (date) => `2090-${date}`,
        ),
      )
    expect(await page.locator('.xb-outlook__dates li').first().textContent()).toBe(words.first)
    expect(await saved(id, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE')).toMatchObject({ start })
  })

  it('builds a monthly rule that ends, on working days, and says what nobody knows', async () => {
    const id = await opened({ start })
    await choose(words.monthly)
    await choose(words.byWeekday)
    await setTo(words.nths, words.nths.slice(5))
    await setTo(words.weekdays, words.weekdays.slice(4, 5))
    await choose(words.afterSome)
    await page.getByLabel(words.howMany, { exact: true }).fill('3')
    await choose(words.onlyWorkdays)
    await expect.poll(sentence).toBe(words.lastFriday)
    await expect.poll(dates).toEqual(['2090-01-27', '2090-02-24', '2090-03-31'])
    expect(await page.locator('.xb-outlook .xb-warning').textContent()).toContain(words.unknown)
    expect(await saved(id, 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3')).toMatchObject({ dayTypes: ['workday'] })
  })

  it('picks dates on a calendar and by typing, which alone count', async () => {
    const id = await opened({ start })
    await choose(words.dates)
    // It opens on this month, before the start.
    await page.locator('.react-datepicker__day--014:not(.react-datepicker__day--outside-month)').click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByLabel(words.typedDate, { exact: true }).fill('2090-01-05')
    await page.keyboard.press('Enter')
    await expect.poll(dates).toEqual(['2090-01-05'])
    await page.getByRole('button', { name: words.setStart }).click()
    const picked = await page.locator('.xb-dates__date').allTextContents()
    expect(picked.map((date) => date.slice(-2))).toEqual(['14', '15', '05'])
    const document = await saved(id, 'FREQ=DAILY;UNTIL=19700101')
    expect(document).toMatchObject({ rdates: picked, start: `${picked[0]}T00:00` })

    await open(id)
    expect(await page.getByRole('radio', { name: words.dates, exact: true }).isChecked()).toBe(true)
    await choose(words.weekly)
    await choose(words.dates)
    expect(await page.locator('.xb-dates__date').allTextContents()).toEqual(picked)
  })

  it('takes working days for a kind of its own', async () => {
    const id = await opened({ start })
    await choose(words.workdays)
    await choose(words.onlyWorkdays)
    await expect.poll(sentence).toBe(words.everyWorkday)
    await expect.poll(dates).toHaveLength(10)
    await page.locator('#action-save').click()
    await expect
      .poll(async () => (await staff.get<Saved>(`/api/schedules/${id}`)).body)
      .toMatchObject({ dayTypes: ['workday'], rrule: null })
  })

  it('leaves a rule that it has no choices for as it is, and shows its faults as saving does', async () => {
    const rrule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'
    const id = await opened({ start, rrule })
    expect(await page.getByRole('radio', { name: words.custom, exact: true }).isChecked()).toBe(true)
    const text = page.getByLabel(words.rrule, { exact: true })
    expect(await text.inputValue()).toBe(rrule)
    expect(await sentence()).toBe(words.lastWeekday)

    await text.fill('FREQ=HOURLY')
    await page.locator('.xb-rule__kind .xb-error').waitFor()
    expect(await page.locator('.xb-rule__kind .xb-error').textContent()).toBe(words.hourly)
    await page.locator('#action-save').click()
    await page.locator('.xb-rule .field-error').waitFor()
    expect(await page.locator('.xb-rule .field-error').first().textContent()).toBe(words.hourly)

    await text.fill('FREQ=YEARLY;BYYEARDAY=100')
    await expect.poll(async () => (await dates())[0]).toBe('2090-04-10')
    await saved(id, 'FREQ=YEARLY;BYYEARDAY=100')
  })
})
