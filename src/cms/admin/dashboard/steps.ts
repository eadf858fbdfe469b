import type { Role } from '../../access/roles'
import type { Text } from '../../i18n/text'
import type { Figures } from './figures'

type Step = { path: string; title: Text; text: Text; done: boolean }

/** The steps of the work that a role can take, in order; `done` once there is something of the kind. */
export function stepsFor(role: Role | null, figures: Figures): Step[] {
  const editorial: Step[] = [
    {
      path: 'media/create',
      title: { zh: '上传素材', en: 'Upload media' },
      text: { zh: '图片、视频或音频', en: 'Pictures, videos, sound' },
      done: figures.media > 0,
    },
    {
      path: 'contents/create',
      title: { zh: '制作内容', en: 'Make contents' },
      text: { zh: '海报、标语、歌曲…，送审并批准', en: 'Posters, slogans, songs…; have them approved' },
      done: figures.approved > 0,
    },
    {
      path: 'playlists/create',
      title: { zh: '编排节目单', en: 'Build a playlist' },
      text: { zh: '内容按顺序排好', en: 'Contents in their order' },
      done: figures.playlists > 0,
    },
    {
      path: 'schedules/create',
      title: { zh: '设置排期', en: 'Schedule it' },
      text: { zh: '在哪些屏、什么时候播', en: 'On which screens, and when' },
      done: figures.schedules > 0,
    },
  ]
  const technical: Step[] = [
    {
      path: figures.displays > 0 ? 'displays' : 'displays/create',
      title: { zh: '配对终端', en: 'Pair displays' },
      text: { zh: '屏幕打开 /player，输入配对码', en: 'Open /player on the screen, enter its code' },
      done: figures.paired > 0,
    },
  ]
  if (role === 'administrator') return [...editorial, ...technical]
  if (role === 'editor') return editorial
  return role === 'operator' ? technical : []
}
