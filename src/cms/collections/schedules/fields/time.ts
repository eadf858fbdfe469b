import type { Field } from 'payload'
import { daypartsField } from '../../../fields/dayparts'
import { timezoneField } from '../../../fields/timezone'
import { dayTypeOptions } from '../../../i18n/options'
import type { Text } from '../../../i18n/text'
import { workingCalendar } from '../../../workingCalendar'

const { lastYear } = workingCalendar()

/** When: window, dayparts, dates. All in wall time of the schedule's zone. */
export const timeFields: Field[] = [
  {
    type: 'row',
    fields: [
      wallTime('start', { zh: '开始', en: 'Start' }, { zh: '留空：立即', en: 'Empty: at once' }),
      wallTime(
        'end',
        { zh: '结束（不含）', en: 'End (exclusive)' },
        { zh: '留空：不限', en: 'Empty: no end' },
      ),
    ],
  },
  daypartsField({
    name: 'dayparts',
    label: { zh: '时段', en: 'Dayparts' },
    description: { zh: '没有时段表示全天。', en: 'No dayparts: the whole day.' },
    row: { singular: { zh: '时段', en: 'Daypart' }, plural: { zh: '时段', en: 'Dayparts' } },
  }),
  {
    name: 'dayTypes',
    type: 'select',
    hasMany: true,
    label: { zh: '日期类型', en: 'Kinds of day' },
    options: dayTypeOptions,
    admin: {
      description: {
        zh: `不选表示两者都播。节假日与调休按国务院公布的安排（已知至 ${lastYear} 年；此后未公布的年份按周一至周五为工作日）。`,
        en: `None chosen: both. Holidays and make-up workdays as published by the State Council, known up to ${lastYear}; in years not published yet Monday to Friday are workdays.`,
      },
    },
  },
  {
    type: 'collapsible',
    label: { zh: '重复规则与例外日期', en: 'Recurrence and exceptions' },
    admin: { initCollapsed: true },
    fields: [
      {
        name: 'rrule',
        type: 'text',
        maxLength: 500,
        label: { zh: '重复规则（RRULE）', en: 'Recurrence (RRULE)' },
        admin: {
          placeholder: 'FREQ=WEEKLY;BYDAY=MO,WE',
          description: {
            zh: 'RFC 5545 规则，选定播出的日期；须填写开始。留空表示每天。',
            en: 'An RFC 5545 rule that picks dates; it needs a start. Empty: every date.',
          },
        },
      },
      {
        type: 'row',
        fields: [
          dates('exdates', { zh: '除外日期', en: 'Dates left out' }),
          dates('rdates', { zh: '增加日期', en: 'Dates added' }),
        ],
      },
    ],
  },
  timezoneField({ description: { zh: '留空表示按各终端的时区。', en: 'Empty: each display’s own.' } }),
]

function wallTime(name: string, label: Text, description: Text): Field {
  return {
    name,
    type: 'text',
    label,
    admin: {
      width: '50%',
      placeholder: '2026-10-01T00:00',
      description,
      components: {
        Field: '/src/cms/admin/fields/WallTimeField#WallTimeField',
        Cell: '/src/cms/admin/fields/WallTimeCell#WallTimeCell',
      },
    },
  }
}

function dates(name: string, label: Text): Field {
  return {
    name,
    type: 'text',
    hasMany: true,
    label,
    admin: {
      width: '50%',
      placeholder: '2026-10-01',
      description: {
        zh: '每个日期写成 2026-10-01，回车确认。',
        en: 'Each as 2026-10-01; confirm with Enter.',
      },
    },
  }
}
