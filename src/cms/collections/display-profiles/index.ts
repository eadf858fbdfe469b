import type { CollectionConfig } from 'payload'
import { operators } from '../../access/operators'
import { signedIn } from '../../access/signedIn'
import { numberChoiceField } from '../../fields/numberChoice'
import { titleField } from '../../fields/title'
import { checked } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { formatOptions } from '../../i18n/options'
import { profileFaults } from './faults'

/** The shapes of screens: size in pixels, rotation, sound and formats. */
export const displayProfiles: CollectionConfig = {
  slug: 'display-profiles',
  labels: { singular: { zh: '屏型', en: 'Display profile' }, plural: { zh: '屏型', en: 'Display profiles' } },
  access: { create: operators, read: signedIn, update: operators, delete: operators },
  admin: {
    group: groups.displays,
    useAsTitle: 'title',
    defaultColumns: ['title', 'width', 'height', 'rotate', 'audio'],
    listSearchableFields: ['title'],
    description: {
      zh: '屏幕的像素尺寸、方向、声音和支持的格式。',
      en: 'Size in pixels, rotation, sound and formats.',
    },
  },
  hooks: { beforeValidate: [checked(profileFaults)] },
  fields: [
    titleField({ zh: '例如 户外 LED 384×256', en: 'For example Outdoor LED 384×256' }),
    {
      type: 'row',
      fields: [
        {
          name: 'width',
          type: 'number',
          required: true,
          min: 16,
          max: 16384,
          label: { zh: '宽（像素）', en: 'Width (pixels)' },
          admin: { width: '50%', step: 1 },
        },
        {
          name: 'height',
          type: 'number',
          required: true,
          min: 16,
          max: 16384,
          label: { zh: '高（像素）', en: 'Height (pixels)' },
          admin: { width: '50%', step: 1 },
        },
      ],
    },
    numberChoiceField({
      name: 'rotate',
      label: { zh: '画面旋转', en: 'Rotation' },
      defaultValue: 0,
      description: {
        zh: '屏幕竖装而系统仍横向输出时使用。',
        en: 'For a screen hung upright whose player still puts out landscape.',
      },
      choices: [
        { value: 0, label: { zh: '不旋转', en: 'None' } },
        { value: 90, label: { zh: '顺时针 90°', en: '90° clockwise' } },
        { value: 180, label: { zh: '180°', en: '180°' } },
        { value: 270, label: { zh: '顺时针 270°', en: '270° clockwise' } },
      ],
    }),
    {
      name: 'audio',
      type: 'checkbox',
      defaultValue: false,
      label: { zh: '有声音', en: 'Has sound' },
    },
    {
      name: 'loudness',
      type: 'number',
      min: -40,
      max: -10,
      defaultValue: -24,
      label: { zh: '目标响度（LUFS）', en: 'Loudness (LUFS)' },
      admin: {
        step: 1,
        condition: (_, sibling) => Boolean(sibling?.audio),
        description: {
          zh: '视频和歌曲统一到这一响度：国内电视 −24（GY/T 282—2014），EBU R128 为 −23。留空表示不调整。',
          en: 'Videos and songs are evened to it: −24 for television in China (GY/T 282-2014), −23 by EBU R128. Empty: left as they are.',
        },
      },
    },
    {
      name: 'page',
      type: 'checkbox',
      defaultValue: true,
      label: { zh: '能运行播放页面', en: 'Runs the player page' },
      admin: {
        description: {
          zh: '只能播图片和视频的设备请取消勾选：标语和工作信息会排成图片下发。',
          en: 'Untick for devices that only show pictures and films: slogans and notices are laid out as pictures for them.',
        },
      },
    },
    {
      name: 'formats',
      type: 'select',
      hasMany: true,
      defaultValue: ['jpeg', 'png', 'webp', 'h264', 'aac', 'mp3'],
      label: { zh: '支持的格式', en: 'Formats it plays' },
      options: formatOptions,
    },
    {
      name: 'preset',
      type: 'text',
      unique: true,
      index: true,
      label: { zh: '预设', en: 'Preset' },
      admin: { hidden: true },
    },
  ],
}
