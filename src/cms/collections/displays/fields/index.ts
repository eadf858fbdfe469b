import type { Field } from 'payload'
import { tagsField } from '../../../fields/tags'
import { timezoneField } from '../../../fields/timezone'
import { channelOptions } from '../../../i18n/options'
import { hoursFields } from './hours'
import { playerFields } from './player'

/** All fields of a display: place and shape, hours, and what its player is told. */
export function displayFields({ timezone }: { timezone: string }): Field[] {
  return [
    {
      name: 'status',
      type: 'ui',
      label: { zh: '状态', en: 'Status' },
      admin: {
        position: 'sidebar',
        components: {
          Field: '/src/cms/admin/displays/DisplayPanel#DisplayPanel',
          Cell: '/src/cms/admin/displays/StatusCell#StatusCell',
        },
      },
    },
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 100,
      label: { zh: '名称', en: 'Name' },
      admin: { placeholder: { zh: '例如 人民广场东侧大屏', en: 'For example People’s Square, east' } },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: { zh: '基本信息', en: 'Basics' },
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'channel',
                  type: 'select',
                  required: true,
                  defaultValue: 'led',
                  index: true,
                  label: { zh: '渠道', en: 'Channel' },
                  options: channelOptions,
                  admin: { width: '50%', isClearable: false },
                },
                {
                  name: 'profile',
                  type: 'relationship',
                  relationTo: 'display-profiles',
                  required: true,
                  index: true,
                  label: { zh: '屏型', en: 'Display profile' },
                  admin: {
                    width: '50%',
                    description: {
                      zh: '屏幕的像素尺寸、方向和声音。',
                      en: 'Its size in pixels, rotation and sound.',
                    },
                  },
                },
              ],
            },
            {
              name: 'venue',
              type: 'text',
              maxLength: 200,
              label: { zh: '点位', en: 'Venue' },
              admin: { placeholder: { zh: '例如 人民路 1 号', en: 'For example 1 Renmin Road' } },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'groups',
                  type: 'relationship',
                  relationTo: 'display-groups',
                  hasMany: true,
                  label: { zh: '分组', en: 'Groups' },
                  admin: { width: '50%' },
                },
                tagsField({
                  description: { zh: '排期可按标签选择终端。', en: 'Schedules can target displays by tag.' },
                  admin: { width: '50%' },
                }),
              ],
            },
            timezoneField({
              required: true,
              defaultValue: timezone,
              description: { zh: '该屏所在地的时区。', en: 'Where the screen stands.' },
            }),
          ],
        },
        { label: { zh: '开关屏与静音', en: 'Hours and sound' }, fields: hoursFields },
        { label: { zh: '播放设置', en: 'Playing' }, fields: playerFields },
      ],
    },
  ]
}
