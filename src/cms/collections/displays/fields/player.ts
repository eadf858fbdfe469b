import type { Field } from 'payload'

/** What plays where nothing is scheduled, and how the player keeps in touch. */
export const playerFields: Field[] = [
  {
    name: 'filler',
    type: 'relationship',
    relationTo: 'playlists',
    index: true,
    label: { zh: '垫片节目单', en: 'Filler playlist' },
    admin: { description: { zh: '没有排期时播放。', en: 'Plays where nothing is scheduled.' } },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'horizonDays',
        type: 'number',
        min: 1,
        max: 30,
        defaultValue: 7,
        label: { zh: '离线可播天数', en: 'Days it can play without a network' },
        admin: { width: '50%', step: 1, description: { zh: '1 至 30 天。', en: '1 to 30.' } },
      },
      {
        name: 'pollSeconds',
        type: 'number',
        min: 1,
        max: 3600,
        defaultValue: 30,
        label: { zh: '查询间隔（秒）', en: 'Seconds between polls' },
        admin: {
          width: '50%',
          step: 1,
          description: { zh: '终端多久查询一次更新。', en: 'How often it asks for changes.' },
        },
      },
    ],
  },
]
