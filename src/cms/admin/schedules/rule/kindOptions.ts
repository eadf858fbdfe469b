import type { Text } from '../../../i18n/text'
import type { Kind } from './choices'

/** The kinds in the order in which they are offered. */
export const kindOptions: { value: Kind; label: Text; hint: Text }[] = [
  {
    value: 'daily',
    label: { zh: '每天', en: 'Daily' },
    hint: { zh: '每天，或每隔几天', en: 'Every day, or every few days' },
  },
  {
    value: 'weekly',
    label: { zh: '每周', en: 'Weekly' },
    hint: { zh: '每周或每几周的周几', en: 'On weekdays of every week, or of every few weeks' },
  },
  {
    value: 'monthly',
    label: { zh: '每月', en: 'Monthly' },
    hint: { zh: '每月几号，或第几个周几', en: 'On dates of the month, or on its nth weekday' },
  },
  {
    value: 'yearly',
    label: { zh: '每年', en: 'Yearly' },
    hint: { zh: '每年的某月某日，例如国庆节', en: 'On dates of the year, such as National Day' },
  },
  {
    value: 'workingDays',
    label: { zh: '工作日／休息日', en: 'Workdays or days off' },
    hint: {
      zh: '按国务院公布的节假日和调休安排',
      en: 'By the holidays and make-up workdays that the State Council publishes',
    },
  },
  {
    value: 'dates',
    label: { zh: '指定日期', en: 'Picked dates' },
    hint: {
      zh: '在日历上点选，只在选中的日期播出',
      en: 'Click them on the calendar: it plays on those alone',
    },
  },
  {
    value: 'custom',
    label: { zh: '自定义规则', en: 'Custom rule' },
    hint: {
      zh: '直接填写 RRULE（RFC 5545），供熟悉的同事使用',
      en: 'An RRULE (RFC 5545), for those who know it',
    },
  },
]

export const nthOptions: { value: number; label: Text }[] = [
  { value: 1, label: { zh: '第一个', en: 'First' } },
  { value: 2, label: { zh: '第二个', en: 'Second' } },
  { value: 3, label: { zh: '第三个', en: 'Third' } },
  { value: 4, label: { zh: '第四个', en: 'Fourth' } },
  { value: 5, label: { zh: '第五个', en: 'Fifth' } },
  { value: -1, label: { zh: '最后一个', en: 'Last' } },
]

/** Weekdays as numbers, from Monday. */
export const weekdayChips: { value: number; label: Text }[] = [
  { value: 0, label: { zh: '周一', en: 'Mon' } },
  { value: 1, label: { zh: '周二', en: 'Tue' } },
  { value: 2, label: { zh: '周三', en: 'Wed' } },
  { value: 3, label: { zh: '周四', en: 'Thu' } },
  { value: 4, label: { zh: '周五', en: 'Fri' } },
  { value: 5, label: { zh: '周六', en: 'Sat' } },
  { value: 6, label: { zh: '周日', en: 'Sun' } },
]

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const monthChips: { value: number; label: Text }[] = monthsEn.map((en, index) => ({
  value: index + 1,
  label: { zh: `${index + 1} 月`, en },
}))

export const dateChips: { value: number; label: Text }[] = [
  ...Array.from({ length: 31 }, (_, index) => ({
    value: index + 1,
    label: { zh: String(index + 1), en: String(index + 1) },
  })),
  { value: -1, label: { zh: '最后一天', en: 'Last day' } },
]
