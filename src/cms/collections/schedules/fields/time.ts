import type { Field } from 'payload'
import { daypartsField } from '../../../fields/dayparts'
import { timezoneField } from '../../../fields/timezone'
import { dayTypeOptions } from '../../../i18n/options'
import type { Text } from '../../../i18n/text'

/**
 * When: window, dayparts, dates. All in wall time of the schedule's zone. The rule builder writes the rule, and the lists beside it,
 * which are hidden for that.
 */
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
    name: 'rrule',
    type: 'text',
    maxLength: 500,
    label: { zh: '哪些日子播', en: 'On which days' },
    admin: {
      disableBulkEdit: true,
      components: {
        Field: '/src/cms/admin/schedules/rule/RuleField#RuleField',
        Cell: '/src/cms/admin/schedules/rule/SummaryCell#SummaryCell',
      },
    },
  },
  {
    name: 'dayTypes',
    type: 'select',
    hasMany: true,
    label: { zh: '日期类型', en: 'Kinds of day' },
    options: dayTypeOptions,
    admin: { hidden: true },
  },
  dates('exdates', { zh: '除外日期', en: 'Dates left out' }),
  dates('rdates', { zh: '增加日期', en: 'Dates added' }),
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
  return { name, type: 'text', hasMany: true, label, admin: { hidden: true } }
}
