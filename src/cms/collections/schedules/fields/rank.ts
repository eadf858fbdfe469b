import type { Field } from 'payload'
import { levelOptions } from '../../../i18n/options'
import { warningsAbout } from './warnings'

/** How a schedule ranks against others that want the same screen. */
export const rankFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'level',
        type: 'select',
        required: true,
        defaultValue: 'normal',
        index: true,
        label: { zh: '级别', en: 'Level' },
        options: levelOptions,
        admin: {
          width: '50%',
          isClearable: false,
          description: {
            zh: '紧急插播 > 定时插播 > 常规 > 垫片；高级别独占屏幕。',
            en: 'Emergency > takeover > normal > filler; the highest has the screen to itself.',
          },
        },
      },
      {
        name: 'priority',
        type: 'number',
        defaultValue: 0,
        label: { zh: '优先级', en: 'Priority' },
        admin: {
          width: '50%',
          step: 1,
          description: {
            zh: '整数；同级别中大者优先。',
            en: 'A whole number; within a level the greatest wins.',
          },
        },
      },
    ],
  },
  warningsAbout('rankWarnings', ['level', 'priority']),
  {
    type: 'row',
    fields: [
      {
        name: 'weight',
        type: 'number',
        defaultValue: 1,
        label: { zh: '权重', en: 'Weight' },
        admin: {
          width: '50%',
          description: {
            zh: '大于 0；同级别同优先级的排期按权重分配时长。',
            en: 'Above 0; equals share the airtime in proportion.',
          },
        },
      },
      {
        name: 'playsPerHour',
        type: 'number',
        label: { zh: '定次播出（次/小时）', en: 'Plays an hour (booking)' },
        admin: {
          width: '50%',
          step: 1,
          placeholder: { zh: '不限', en: 'None' },
          condition: (_, sibling) =>
            sibling?.level === 'normal' || sibling?.level === 'filler' || Boolean(sibling?.playsPerHour),
          description: {
            zh: '1 至 240，每小时均匀播出；仅限常规和垫片。',
            en: '1 to 240, evenly spaced; normal and filler only.',
          },
        },
      },
    ],
  },
  warningsAbout('bookingWarnings', ['playsPerHour']),
]
