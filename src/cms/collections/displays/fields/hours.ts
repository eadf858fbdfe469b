import type { Field } from 'payload'
import { daypartsField } from '../../../fields/dayparts'

/** When the screen is lit and when it is silent. */
export const hoursFields: Field[] = [
  daypartsField({
    name: 'operatingHours',
    label: { zh: '开屏时间', en: 'Operating hours' },
    description: { zh: '没有填写表示全天开屏。', en: 'None: always on.' },
    row: { singular: { zh: '开屏时段', en: 'Period' }, plural: { zh: '开屏时段', en: 'Periods' } },
  }),
  daypartsField({
    name: 'quietHours',
    label: { zh: '静音时间', en: 'Quiet hours' },
    description: {
      zh: '其间照常播出，但没有声音；紧急插播除外。',
      en: 'Plays go on without sound; emergencies excepted.',
    },
    row: { singular: { zh: '静音时段', en: 'Period' }, plural: { zh: '静音时段', en: 'Periods' } },
  }),
  {
    name: 'emergencyOutsideHours',
    type: 'checkbox',
    defaultValue: true,
    label: { zh: '紧急插播可在关屏时间亮屏', en: 'An emergency lights the screen outside its hours' },
  },
]
