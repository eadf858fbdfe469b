import type { Field, GlobalConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { checkedGlobal } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { dayKindOptions } from '../../i18n/options'
import type { Text } from '../../i18n/text'
import { publishedDays } from '../../workingCalendar'
import { type CalendarDraft, calendarFaults } from './faults'
import { workingCalendarSlug } from './slug'

/** China's working calendar: what was published, and what the office corrects in it. */
export const workingCalendarGlobal: GlobalConfig = {
  slug: workingCalendarSlug,
  label: { zh: '工作日历', en: 'Working calendar' },
  access: { read: signedIn, update: editors },
  admin: {
    group: groups.scheduling,
    hideAPIURL: true,
    description: {
      zh: '节假日与调休，决定排期里的“工作日”和“休息日”。',
      en: 'Holidays and make-up workdays: what “workdays” and “days off” mean in schedules.',
    },
  },
  hooks: {
    beforeValidate: [checkedGlobal((draft: CalendarDraft) => calendarFaults(draft, publishedDays()))],
  },
  fields: [
    {
      name: 'known',
      type: 'ui',
      admin: { components: { Field: '/src/cms/admin/globals/KnownCalendar#KnownCalendar' } },
    },
    {
      name: 'corrections',
      type: 'array',
      label: { zh: '本单位更正', en: 'Corrections' },
      labels: { singular: { zh: '更正', en: 'Correction' }, plural: { zh: '更正', en: 'Corrections' } },
      admin: {
        description: {
          zh: '与已公布安排不同的日期，或尚未收录的年份的放假与调休。保存后几秒内生效。',
          en: 'Dates that differ from what was published, or the arrangement of a year that is not in it yet. In force seconds after saving.',
        },
        components: { RowLabel: '/src/cms/admin/globals/CorrectionRowLabel#CorrectionRowLabel' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            date('from', { zh: '从', en: 'From' }, { required: true }),
            date(
              'to',
              { zh: '到（含）', en: 'To (inclusive)' },
              {
                description: { zh: '留空：只有一天', en: 'Empty: that one day' },
              },
            ),
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              required: true,
              defaultValue: 'dayoff',
              label: { zh: '安排', en: 'Arrangement' },
              options: dayKindOptions,
              admin: { width: '50%', isClearable: false },
            },
            {
              name: 'note',
              type: 'text',
              maxLength: 200,
              label: { zh: '说明', en: 'Note' },
              admin: { width: '50%', placeholder: { zh: '例如 国庆节', en: 'For example National Day' } },
            },
          ],
        },
      ],
    },
    {
      name: 'enteredYears',
      type: 'number',
      hasMany: true,
      label: { zh: '已整年录入的年份', en: 'Years entered whole' },
      admin: {
        placeholder: { zh: '例如 2027，回车确认', en: 'For example 2027, then Enter' },
        description: {
          zh: '上面已录入某一年的全部放假与调休后，把年份填在这里：系统即认为该年安排已知，不再提醒。',
          en: 'Once every day off and make-up workday of a year stands above, name the year here: it then counts as known, and nobody is warned of it.',
        },
      },
    },
  ],
}

function date(name: string, label: Text, more: { required?: boolean; description?: Text }): Field {
  return {
    name,
    type: 'text',
    label,
    required: more.required ?? false,
    admin: {
      width: '50%',
      placeholder: '2027-10-01',
      ...(more.description && { description: more.description }),
      components: { Field: '/src/cms/admin/globals/DateField#DateField' },
    },
  } as Field
}
