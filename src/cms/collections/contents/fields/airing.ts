import type { Field } from 'payload'
import { instantField } from '../../../fields/instant'

/** How long, how and from when to when the piece may be shown. */
export function airingFields({ timezone }: { timezone: string }): Field[] {
  return [
    {
      type: 'row',
      fields: [
        {
          name: 'seconds',
          type: 'number',
          label: { zh: '时长（秒）', en: 'Seconds' },
          admin: {
            width: '50%',
            step: 0.1,
            placeholder: { zh: '自动', en: 'Automatic' },
            description: {
              zh: '0.1 至 86400 秒。留空：视频和歌曲按素材时长，其他 10 秒。',
              en: '0.1 to 86400. Left empty: the length of the video or song, else 10.',
            },
          },
        },
        {
          name: 'fit',
          type: 'select',
          defaultValue: 'contain',
          label: { zh: '画面适应', en: 'Fit' },
          options: [
            {
              value: 'contain',
              label: { zh: '完整显示（可能留边）', en: 'Show all of it (may leave bars)' },
            },
            { value: 'cover', label: { zh: '铺满屏幕（可能裁切）', en: 'Fill the screen (may crop)' } },
          ],
          admin: {
            width: '50%',
            isClearable: false,
            condition: (_, sibling) => ['poster', 'video', 'song'].includes(sibling?.kind),
          },
        },
      ],
    },
    {
      name: 'trimBlack',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '去掉片头片尾黑场', en: 'Cut black from start and end' },
      admin: { condition: (_, sibling) => sibling?.kind === 'video' },
    },
    {
      name: 'volume',
      type: 'number',
      min: 0,
      max: 1,
      defaultValue: 1,
      label: { zh: '音量（0 至 1）', en: 'Volume (0 to 1)' },
      admin: {
        step: 0.05,
        condition: (_, sibling) => ['video', 'song', 'web'].includes(sibling?.kind),
        description: {
          zh: '静音时段和无声屏型会自动静音。',
          en: 'Quiet hours and silent displays are muted in any case.',
        },
      },
    },
    {
      type: 'row',
      fields: [
        instantField({
          timezone,
          name: 'validFrom',
          label: { zh: '有效期始', en: 'Valid from' },
          description: { zh: '此前不播出；留空表示立即。', en: 'Not shown before; empty: at once.' },
        }),
        instantField({
          timezone,
          name: 'validUntil',
          label: { zh: '有效期止', en: 'Valid until' },
          description: {
            zh: '从此刻起不再播出；留空表示不限。',
            en: 'Not shown from then on; empty: no end.',
          },
        }),
      ],
    },
  ]
}
