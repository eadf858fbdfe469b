import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody'
import { nobodyField } from '../../access/nobodyField'
import { operators } from '../../access/operators'
import { groups } from '../../i18n/groups'

const secret = { create: nobodyField, read: nobodyField, update: nobodyField }

/** Devices that ask to be paired, for ten minutes each. Written by the device protocol only. */
export const pairings: CollectionConfig = {
  slug: 'pairings',
  labels: { singular: { zh: '配对请求', en: 'Pairing' }, plural: { zh: '配对请求', en: 'Pairings' } },
  access: { create: nobody, read: operators, update: nobody, delete: nobody },
  admin: { group: groups.displays, hidden: true },
  lockDocuments: false,
  fields: [
    { name: 'code', type: 'text', required: true, index: true, label: { zh: '配对码', en: 'Code' } },
    {
      name: 'pollTokenHash',
      type: 'text',
      required: true,
      unique: true,
      label: { zh: '查询令牌摘要', en: 'Poll token hash' },
      access: secret,
    },
    {
      name: 'tokenHash',
      type: 'text',
      index: true,
      label: { zh: '令牌摘要', en: 'Token hash' },
      access: secret,
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      label: { zh: '状态', en: 'Status' },
      options: [
        { value: 'pending', label: { zh: '等待确认', en: 'Pending' } },
        { value: 'paired', label: { zh: '已配对', en: 'Paired' } },
        { value: 'claimed', label: { zh: '已领取', en: 'Claimed' } },
        { value: 'rejected', label: { zh: '已拒绝', en: 'Rejected' } },
      ],
    },
    { name: 'facts', type: 'json', label: { zh: '设备信息', en: 'Device facts' } },
    { name: 'display', type: 'relationship', relationTo: 'displays', label: { zh: '终端', en: 'Display' } },
    {
      name: 'expiresAt',
      type: 'date',
      required: true,
      index: true,
      label: { zh: '过期时间', en: 'Expires' },
    },
    { name: 'address', type: 'text', label: { zh: '来源地址', en: 'Address' } },
  ],
}
