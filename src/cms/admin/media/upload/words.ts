import type { Language, Text } from '../../../i18n/text'
import type { UploadState } from './queue'

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** 12.4 MB: in powers of 1024, as Windows and phones count. */
export function bytesText(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  const digits = power === 0 || value >= 100 || Number.isInteger(value) ? 0 : 1
  return `${value.toFixed(digits)} ${units[power]}`
}

/** 约剩 3 分 20 秒, in few words. */
export function leftText(seconds: number, language: Language): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const rest = Math.max(1, Math.round(seconds % 60))
  if (language === 'zh') {
    if (hours > 0) return `约剩 ${hours} 小时 ${minutes} 分`
    return minutes > 0 ? `约剩 ${minutes} 分 ${rest} 秒` : `约剩 ${rest} 秒`
  }
  if (hours > 0) return `about ${hours} h ${minutes} min left`
  return minutes > 0 ? `about ${minutes} min ${rest} s left` : `about ${rest} s left`
}

/** What is happening to a file. */
export const stateTexts: Record<UploadState['name'], Text> = {
  waiting: { zh: '排队中', en: 'Waiting' },
  sending: { zh: '上传中', en: 'Uploading' },
  paused: { zh: '已暂停', en: 'Paused' },
  checking: { zh: '检查文件', en: 'Checking' },
  done: { zh: '已上传', en: 'Uploaded' },
  refused: { zh: '未接收', en: 'Refused' },
  offline: { zh: '等待网络', en: 'No network' },
  stopped: { zh: '已中断', en: 'Interrupted' },
}

export const faultTexts = {
  offline: {
    zh: '网络中断，已传部分会保留，恢复后自动继续',
    en: 'The network is down. What has arrived is kept; it goes on by itself',
  },
  stopped: {
    zh: '连接不上服务器，已传部分会保留，请稍后继续',
    en: 'The server does not answer. What has arrived is kept; go on later',
  },
  tooLarge: {
    zh: '文件超过上传大小上限（{limit}），请压缩后再上传',
    en: 'The file is over the limit of {limit}. Compress it, then upload it',
  },
} satisfies Record<string, Text>
