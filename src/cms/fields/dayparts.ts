import type { ArrayField, Field } from 'payload'
import { weekdayOptions } from '../i18n/options'
import type { Text } from '../i18n/text'

/** Rows of `{ days, from, to }` in wall time: the dayparts of a schedule, or a display's hours. */
export function daypartsField(input: {
  name: string
  label: Text
  description: Text
  row: { singular: Text; plural: Text }
}): ArrayField {
  return {
    name: input.name,
    type: 'array',
    label: input.label,
    labels: input.row,
    admin: {
      description: input.description,
      components: { RowLabel: '/src/cms/admin/fields/DaypartRowLabel#DaypartRowLabel' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          timeOfDay('from', { zh: '从', en: 'From' }, '07:00'),
          timeOfDay('to', { zh: '到', en: 'To' }, '09:00'),
        ],
      },
      {
        name: 'days',
        type: 'select',
        hasMany: true,
        label: { zh: '星期', en: 'Weekdays' },
        options: weekdayOptions,
        admin: { description: { zh: '不选表示每天', en: 'None chosen means every day' } },
      },
    ],
  }
}

function timeOfDay(name: string, label: Text, placeholder: string): Field {
  return {
    name,
    type: 'text',
    required: true,
    label,
    admin: {
      width: '50%',
      placeholder,
      description:
        name === 'to'
          ? {
              zh: '可写 24:00；早于开始表示到次日',
              en: '24:00 is allowed; earlier than “from” means the next day',
            }
          : { zh: '时:分，24 小时制', en: 'Hours:minutes, 24-hour clock' },
    },
  }
}
