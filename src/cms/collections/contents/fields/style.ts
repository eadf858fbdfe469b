import type { Field } from 'payload'
import { colorField } from '../../../fields/color'
import { numberChoiceField } from '../../../fields/numberChoice'

/** How a text looks and moves on the screen. */
export const styleFields: Field[] = [
  {
    type: 'row',
    fields: [
      colorField({ name: 'color', label: { zh: '文字颜色', en: 'Text colour' }, defaultValue: '#ffffff' }),
      colorField({
        name: 'background',
        label: { zh: '背景颜色', en: 'Background' },
        defaultValue: '#b3161b',
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'align',
        type: 'select',
        defaultValue: 'center',
        label: { zh: '对齐', en: 'Alignment' },
        options: [
          { value: 'left', label: { zh: '靠左', en: 'Left' } },
          { value: 'center', label: { zh: '居中', en: 'Centred' } },
          { value: 'right', label: { zh: '靠右', en: 'Right' } },
        ],
        admin: { width: '50%', isClearable: false },
      },
      numberChoiceField({
        name: 'weight',
        label: { zh: '字重', en: 'Weight' },
        defaultValue: 700,
        choices: [
          { value: 400, label: { zh: '常规', en: 'Regular' } },
          { value: 500, label: { zh: '中等', en: 'Medium' } },
          { value: 700, label: { zh: '粗体', en: 'Bold' } },
          { value: 900, label: { zh: '特粗', en: 'Black' } },
        ],
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'motion',
        type: 'select',
        defaultValue: 'still',
        label: { zh: '动态', en: 'Motion' },
        options: [
          { value: 'still', label: { zh: '静止', en: 'Still' } },
          { value: 'scroll', label: { zh: '横向滚动', en: 'Scrolling' } },
        ],
        admin: { width: '50%', isClearable: false },
      },
      {
        name: 'pixelsPerSecond',
        type: 'number',
        min: 10,
        max: 2000,
        defaultValue: 120,
        label: { zh: '滚动速度（像素/秒）', en: 'Speed (pixels/s)' },
        admin: {
          width: '50%',
          condition: (_, sibling) => sibling?.motion === 'scroll',
          description: {
            zh: '时长内没有滚完的部分不会显示：字多时请提高速度或延长时长。',
            en: 'What has not passed within its seconds is not shown: for a long text raise the speed or the seconds.',
          },
        },
      },
    ],
  },
]
