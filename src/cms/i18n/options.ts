import type { Text } from './text'

type Options = { value: string; label: Text }[]

export const roleOptions = [
  { value: 'administrator', label: { zh: '管理员', en: 'Administrator' } },
  { value: 'editor', label: { zh: '采编', en: 'Editor' } },
  { value: 'operator', label: { zh: '运维', en: 'Operator' } },
  { value: 'viewer', label: { zh: '只读', en: 'Viewer' } },
] satisfies Options

export const contentKindOptions = [
  { value: 'poster', label: { zh: '海报', en: 'Poster' } },
  { value: 'video', label: { zh: '视频', en: 'Video' } },
  { value: 'song', label: { zh: '音乐作品', en: 'Song' } },
  { value: 'slogan', label: { zh: '标语', en: 'Slogan' } },
  { value: 'notice', label: { zh: '工作信息', en: 'Notice' } },
  { value: 'web', label: { zh: '网页', en: 'Web page' } },
] satisfies Options

export const reviewStatusOptions = [
  { value: 'draft', label: { zh: '草稿', en: 'Draft' } },
  { value: 'in-review', label: { zh: '审核中', en: 'In review' } },
  { value: 'approved', label: { zh: '已通过', en: 'Approved' } },
  { value: 'rejected', label: { zh: '已退回', en: 'Rejected' } },
] satisfies Options

export const mediaStateOptions = [
  { value: 'processing', label: { zh: '处理中', en: 'Processing' } },
  { value: 'ready', label: { zh: '可用', en: 'Ready' } },
  { value: 'failed', label: { zh: '处理失败', en: 'Failed' } },
] satisfies Options

export const renditionStateOptions = [
  { value: 'waiting', label: { zh: '等待中', en: 'Waiting' } },
  { value: 'processing', label: { zh: '处理中', en: 'Processing' } },
  { value: 'ready', label: { zh: '可用', en: 'Ready' } },
  { value: 'failed', label: { zh: '处理失败', en: 'Failed' } },
] satisfies Options

export const quotaClassOptions = [
  { value: 'public-service', label: { zh: '公益广告', en: 'Public-service advertising' } },
  { value: 'government', label: { zh: '政务信息', en: 'Government information' } },
  { value: 'service', label: { zh: '服务信息', en: 'Service information' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
] satisfies Options

export const levelOptions = [
  { value: 'normal', label: { zh: '常规', en: 'Normal' } },
  { value: 'takeover', label: { zh: '定时插播', en: 'Takeover' } },
  { value: 'emergency', label: { zh: '紧急插播', en: 'Emergency' } },
  { value: 'filler', label: { zh: '垫片', en: 'Filler' } },
] satisfies Options

export const channelOptions = [
  { value: 'led', label: { zh: '户外 LED', en: 'Outdoor LED' } },
  { value: 'bus', label: { zh: '公交移动电视', en: 'Bus television' } },
  { value: 'building', label: { zh: '楼宇电视', en: 'Building display' } },
  { value: 'stb', label: { zh: '广电机顶盒', en: 'Set-top box' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
] satisfies Options

export const weekdayOptions = [
  { value: 'mo', label: { zh: '周一', en: 'Monday' } },
  { value: 'tu', label: { zh: '周二', en: 'Tuesday' } },
  { value: 'we', label: { zh: '周三', en: 'Wednesday' } },
  { value: 'th', label: { zh: '周四', en: 'Thursday' } },
  { value: 'fr', label: { zh: '周五', en: 'Friday' } },
  { value: 'sa', label: { zh: '周六', en: 'Saturday' } },
  { value: 'su', label: { zh: '周日', en: 'Sunday' } },
] satisfies Options

export const dayTypeOptions = [
  { value: 'workday', label: { zh: '工作日（含调休上班）', en: 'Workdays' } },
  { value: 'dayoff', label: { zh: '休息日（周末与节假日）', en: 'Days off' } },
] satisfies Options

export const dayKindOptions = [
  { value: 'dayoff', label: { zh: '放假', en: 'Day off' } },
  { value: 'workday', label: { zh: '上班', en: 'Workday' } },
] satisfies Options

export const formatOptions = [
  { value: 'jpeg', label: { zh: 'JPEG 图片', en: 'JPEG images' } },
  { value: 'png', label: { zh: 'PNG 图片', en: 'PNG images' } },
  { value: 'webp', label: { zh: 'WebP 图片', en: 'WebP images' } },
  { value: 'h264', label: { zh: 'H.264 视频', en: 'H.264 video' } },
  { value: 'h265', label: { zh: 'H.265 视频', en: 'H.265 video' } },
  { value: 'vp9', label: { zh: 'VP9 视频', en: 'VP9 video' } },
  { value: 'aac', label: { zh: 'AAC 音频', en: 'AAC audio' } },
  { value: 'mp3', label: { zh: 'MP3 音频', en: 'MP3 audio' } },
] satisfies Options
