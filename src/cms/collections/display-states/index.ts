import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody'
import { nobodyField } from '../../access/nobodyField'
import { signedIn } from '../../access/signedIn'
import { date, json, number, text } from '../../fields/plain'
import { groups } from '../../i18n/groups'

/** What the server knows of each paired display. Written by the device protocol only, shown in a display's edit view. */
export const displayStates: CollectionConfig = {
  slug: 'display-states',
  labels: {
    singular: { zh: '终端状态', en: 'Display state' },
    plural: { zh: '终端状态', en: 'Display states' },
  },
  access: { create: nobody, read: signedIn, update: nobody, delete: nobody },
  admin: { group: groups.displays, hidden: true },
  lockDocuments: false,
  fields: [
    {
      // Its id alone: the state outlives a removed display, whose player is still told to go dark.
      name: 'display',
      type: 'text',
      required: true,
      unique: true,
      label: { zh: '终端', en: 'Display' },
    },
    {
      name: 'tokenHash',
      type: 'text',
      index: true,
      label: { zh: '令牌摘要', en: 'Token hash' },
      access: { create: nobodyField, read: nobodyField, update: nobodyField },
    },
    number('revision', { zh: '清单修订号', en: 'Manifest revision' }),
    text('sha256', { zh: '清单摘要', en: 'Manifest SHA-256' }),
    date('removedAt', { zh: '移除时间', en: 'Removed at' }),
    date('pairedAt', { zh: '配对时间', en: 'Paired at' }),
    date('lastSeenAt', { zh: '最近联系', en: 'Last seen' }),
    text('manifest', { zh: '正在使用的清单', en: 'Manifest in use' }),
    json('playing', { zh: '正在播出', en: 'Playing' }),
    number('cachedBytes', { zh: '已缓存字节', en: 'Cached bytes' }),
    number('freeBytes', { zh: '剩余字节', en: 'Free bytes' }),
    number('clockOffsetMs', { zh: '时钟偏差（毫秒）', en: 'Clock offset (ms)' }),
    text('player', { zh: '播放器版本', en: 'Player version' }),
    json('faults', { zh: '错误', en: 'Errors' }),
    json('facts', { zh: '设备信息', en: 'Device facts' }),
  ],
}
