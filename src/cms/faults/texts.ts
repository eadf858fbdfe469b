import type { Text } from '../i18n/text'

/** What staff are told, by code. `{name}` stands for a value of the fault. */
export const faultTexts = {
  'media-required': { zh: '请选择素材文件', en: 'Choose a media file' },
  'media-kind-mismatch': {
    zh: '该类型需要{wanted}，所选的是{given}',
    en: 'This kind takes {wanted}; the file is {given}',
  },
  'media-failed': {
    zh: '该素材处理失败，无法播出，请重新上传',
    en: 'This file could not be processed; upload it anew',
  },
  'page-beyond-end': {
    zh: '该 PDF 只有 {pages} 页',
    en: 'The last page of this PDF is {pages}',
  },
  'text-required': { zh: '请填写文字', en: 'Write the text' },
  'url-required': { zh: '请填写网址', en: 'Give the address' },
  'url-invalid': {
    zh: '网址须以 http:// 或 https:// 开头',
    en: 'The address must start with http:// or https://',
  },
  'color-invalid': {
    zh: '请写成 #b3161b 这样的颜色',
    en: 'Write a colour such as #b3161b',
  },
  'choice-invalid': { zh: '只能是 {choices} 之一', en: 'Must be one of {choices}' },
  'seconds-out-of-range': {
    zh: '时长须在 0.1 至 86400 秒之间，最多三位小数',
    en: 'Must be 0.1 to 86400 seconds, with three decimals at most',
  },
  'not-whole': { zh: '须为整数', en: 'Must be a whole number' },
  'valid-until-not-after': { zh: '有效期止须晚于有效期始', en: 'The end must be after the start' },
  'campaign-end-before-start': { zh: '结束日期不能早于开始日期', en: 'The last day is before the first' },
  'entries-required': { zh: '节目单至少要有一个节目', en: 'A playlist needs at least one entry' },
  'not-found': { zh: '所选的{what}已不存在', en: 'This {what} does not exist' },
  'approval-not-allowed': { zh: '只有管理员可以通过或退回', en: 'Only administrators approve or reject' },
  'password-too-short': {
    zh: '密码至少 {least} 个字符',
    en: 'The password needs at least {least} characters',
  },
  'last-administrator': { zh: '至少要保留一名管理员', en: 'At least one administrator must remain' },
  'bad-timezone': {
    zh: '没有这个时区，请写成 Asia/Shanghai 这样的名称',
    en: 'No such time zone; write a name such as Asia/Shanghai',
  },
  'end-not-after-start': { zh: '结束须晚于开始', en: 'The end must be after the start' },
  'bad-time': {
    zh: '请写成 07:00（结束可为 24:00），日期时间写成 2026-10-01T07:00',
    en: 'Write 07:00 (an end may be 24:00), a date with time as 2026-10-01T07:00',
  },
  'empty-daypart': {
    zh: '开始和结束不能相同，全天请写 00:00 至 24:00',
    en: 'From and to must differ; the whole day is 00:00 to 24:00',
  },
  'bad-date': { zh: '请写成 2026-10-01 这样的日期', en: 'Write a date such as 2026-10-01' },
  'correction-end-before-start': { zh: '结束日期不能早于开始日期', en: 'The last day is before the first' },
  'correction-too-long': { zh: '一条更正最多 {days} 天', en: 'A correction covers {days} days at most' },
  'correction-contradicts': {
    zh: '{date} 与第 {row} 条更正相矛盾（一条放假、一条上班）',
    en: '{date} contradicts correction {row}: one says day off, the other workday',
  },
  'year-invalid': { zh: '请填 {first} 至 {last} 的年份', en: 'Must be a year from {first} to {last}' },
  'year-without-days': {
    zh: '{year} 年还没有录入任何放假或调休，请先在上面录入',
    en: 'No day off or workday of {year} is entered yet; enter them above first',
  },
  'booking-not-allowed': {
    zh: '定时插播和紧急插播不能定次播出，请清空此项',
    en: 'A takeover or an emergency cannot be booked by the hour; leave this empty',
  },
  'booking-out-of-range': { zh: '须为 1 至 240 的整数', en: 'Must be a whole number from 1 to 240' },
  'weight-not-positive': { zh: '权重须大于 0', en: 'The weight must be above 0' },
  'rule-without-start': { zh: '重复规则需要填写开始时间', en: 'A recurrence needs a start' },
  'rule-time-of-day': {
    zh: '重复规则只选日期，几点播出请用时段',
    en: 'A recurrence picks dates; use dayparts for the time of day',
  },
  'rule-sub-daily': {
    zh: '重复规则最细到天（DAILY），几点播出请用时段',
    en: 'A recurrence goes by the day at most; use dayparts for the time of day',
  },
  'rule-week-number': {
    zh: '不支持 BYWEEKNO，请改用 BYMONTH 或 BYDAY',
    en: 'BYWEEKNO is not supported; use BYMONTH or BYDAY',
  },
  'count-with-until': { zh: 'COUNT 和 UNTIL 只能写一个', en: 'Give COUNT or UNTIL, not both' },
  'bad-rule': {
    zh: '重复规则写法有误{detail}，例如 FREQ=WEEKLY;BYDAY=MO,WE',
    en: 'Not a valid recurrence, such as FREQ=WEEKLY;BYDAY=MO,WE. {detail}',
  },
  missing: { zh: '必填', en: 'This is required' },
  'bad-value': { zh: '该值不可用{detail}', en: 'This value cannot be used. {detail}' },
  'in-use': { zh: '正在使用，不能删除：{referrers}', en: 'In use, so it cannot be deleted: {referrers}' },
} satisfies Record<string, Text>

export type FaultCode = keyof typeof faultTexts
