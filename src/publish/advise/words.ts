import type { ScheduleWarningCode } from '../../cms/collections/schedules/warnings'
import type { Text } from '../../cms/i18n/text'
import type { Aspect } from './finding'

/** What a warning is about, in words. */
export type Values = {
  /** `10月1日 19:00–21:00 等 14 段时间` */
  when: Text
  /** `“广场大屏”等 38 块屏` */
  displays: Text
  /** `《早高峰》`; empty where no other schedule has a part in it. */
  schedules: Text
  /** Of `calendar-unknown`. */
  year: number
  looked: number
  touched: number
}

type Say = (values: Values) => Text

/** What staff are told, by code and aspect: what will happen, when and where, and what may be done about it. */
const texts: Record<ScheduleWarningCode, Partial<Record<Aspect, Say>> & { own: Say }> = {
  overbooked: {
    own: ({ when, displays, schedules }) => ({
      zh: `定次播出排不下：${when.zh}，${displays.zh}上的定次播出${schedules.zh && `（连同${schedules.zh}）`}超过了可用时间，会按比例少播。可减少次数或缩短内容。`,
      en: `Not all booked plays fit: ${when.en}, on ${displays.en}, the bookings${schedules.en && ` (with ${schedules.en})`} ask for more time than there is, and each plays less often. Book fewer plays or shorten the contents.`,
    }),
    others: ({ when, displays, schedules }) => ({
      zh: `会使${schedules.zh}的定次播出排不下：${when.zh}，${displays.zh}上会按比例少播。`,
      en: `It leaves ${schedules.en} without room for all booked plays: ${when.en}, on ${displays.en}.`,
    }),
  },
  'booking-missed': {
    own: ({ when, displays }) => ({
      zh: `定次播出可能晚播或漏播：${when.zh}，${displays.zh}上同播的内容中有长于播出间隔一半的。可减少次数或缩短内容。`,
      en: `Booked plays may come late or be missed: ${when.en}, on ${displays.en}, an item of the loop is longer than half their spacing. Book fewer plays or shorten the contents.`,
    }),
    others: ({ when, displays, schedules }) => ({
      zh: `会使${schedules.zh}的定次播出晚播或漏播：${when.zh}，${displays.zh}上，本排期的内容长于其播出间隔的一半。`,
      en: `It makes booked plays of ${schedules.en} late or missed: ${when.en}, on ${displays.en}, its contents are longer than half their spacing.`,
    }),
  },
  'always-outranked': {
    own: ({ when, displays, schedules }) => ({
      zh: `播不出来：${when.zh}，${displays.zh}一直在播级别或优先级更高的${schedules.zh || '排期'}。可提高级别或优先级，或错开时间。`,
      en: `It will not play: ${when.en}, on ${displays.en}, ${schedules.en || 'others'} outrank it all the time. Raise its level or priority, or choose other times.`,
    }),
    others: ({ when, displays, schedules }) => ({
      zh: `会使${schedules.zh}完全播不出来：${when.zh}，${displays.zh}上，本排期的级别或优先级更高，时间全部重叠。`,
      en: `It keeps ${schedules.en} from playing at all: ${when.en}, on ${displays.en}, it outranks them whenever they would play.`,
    }),
  },
  'takeover-conflict': {
    own: ({ when, displays, schedules }) => ({
      zh: `与${schedules.zh}撞期：${when.zh}，${displays.zh}上同为定时插播且优先级相同，会轮流播出。要独占屏幕，请改优先级。`,
      en: `It ties with ${schedules.en}: ${when.en}, on ${displays.en}, both are takeovers of the same priority and share the screen. Change a priority to give it to one of them.`,
    }),
  },
  'nothing-playable': {
    own: ({ when }) => ({
      zh: `没有可播的内容：${when.zh}，节目单里的内容都不在有效期内。`,
      en: `Nothing to play: ${when.en}, none of the playlist’s contents is valid.`,
    }),
    unapproved: () => ({
      zh: '没有可播的内容：节目单里还没有审核通过、处理完成的内容，暂时不会播出。',
      en: 'Nothing to play yet: none of the playlist’s contents is approved and ready.',
    }),
  },
  expires: {
    own: ({ when }) => ({
      zh: `内容到期：${when.zh}，节目单里的内容已过有效期，没有可播的内容。`,
      en: `Contents expire: ${when.en}, the playlist’s contents are no longer valid and nothing is left to play.`,
    }),
  },
  gap: {
    own: ({ when, displays }) => ({
      zh: `仍有空档：${when.zh}，${displays.zh}没有任何节目，只显示待机画面。可补排期，或给终端设垫片节目单。`,
      en: `Gaps remain: ${when.en}, ${displays.en} would show the standby card only. Schedule something, or give the display a filler playlist.`,
    }),
    caused: ({ when, displays }) => ({
      zh: `会留下空档：${when.zh}，${displays.zh}原来播本排期，改后只剩垫片或待机画面。`,
      en: `It leaves gaps: ${when.en}, where it used to play, ${displays.en} would show only filler or the standby card.`,
    }),
  },
  'never-active': {
    own: () => ({
      zh: '不会播出：按现在的日期、时段和重复规则，今后没有一天会播。',
      en: 'It never plays: with these dates, dayparts and recurrence there is no day to come on which it does.',
    }),
    over: () => ({
      zh: '不会播出：结束时间已过。',
      en: 'It no longer plays: its end is past.',
    }),
  },
  'calendar-unknown': {
    own: ({ year }) => ({
      zh: `${year} 年的放假和调休安排尚未收录：届时周一至周五按工作日、周末按休息日播出。公布后可在“工作日历”录入。`,
      en: `The working calendar of ${year} is not known yet: Monday to Friday will count as workdays, weekends as days off. Enter it under “Working calendar” once it is published.`,
    }),
  },
  'no-displays': {
    own: () => ({
      zh: '所选的分组或标签里还没有终端，暂时不会在任何屏幕播出。',
      en: 'The chosen groups or tags hold no display yet: it plays nowhere for now.',
    }),
  },
  'partly-checked': {
    own: ({ looked, touched }) => ({
      zh: `涉及的终端较多，只检查了 ${touched} 块中的 ${looked} 块。`,
      en: `It concerns many displays: ${looked} of ${touched} were looked at.`,
    }),
  },
}

export function warningText(code: ScheduleWarningCode, aspect: Aspect, values: Values): Text {
  return (texts[code][aspect] ?? texts[code].own)(values)
}

const namedAtMost = 2

/** `“一号屏”`, `“一号屏”“二号屏”`, `“一号屏”等 38 块屏` */
export function displaysText(names: string[], count: number): Text {
  const [first = ''] = names
  if (count <= namedAtMost) {
    const shown = names.slice(0, count)
    return {
      zh: shown.map((name) => `“${name}”`).join(''),
      en: shown.map((name) => `“${name}”`).join(' and '),
    }
  }
  return { zh: `“${first}”等 ${count} 块屏`, en: `“${first}” and ${count - 1} more displays` }
}

/** `《早高峰》《晚高峰》等 5 个排期` */
export function schedulesText(titles: string[]): Text {
  const shown = titles.slice(0, namedAtMost)
  const more = titles.length - shown.length
  return {
    zh: shown.map((title) => `《${title}》`).join('') + (more > 0 ? `等 ${titles.length} 个排期` : ''),
    en:
      more > 0
        ? `${shown.map((title) => `“${title}”`).join(', ')} and ${more} more`
        : shown.map((title) => `“${title}”`).join(' and '),
  }
}
