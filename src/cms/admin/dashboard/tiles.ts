import type { Text } from '../../i18n/text'
import type { Figures } from './figures'

/** What stands out, each with the list behind it; `alarm` where somebody should look. */
export function tilesFor(figures: Figures): { path: string; label: Text; value: string; alarm?: boolean }[] {
  return [
    {
      path: 'contents?where[or][0][and][0][reviewStatus][equals]=in-review',
      label: { zh: '待审核内容', en: 'Contents in review' },
      value: String(figures.inReview),
    },
    {
      path: 'contents?where[or][0][and][0][reviewStatus][equals]=approved',
      label: { zh: '已通过内容', en: 'Approved contents' },
      value: String(figures.approved),
    },
    {
      path: 'schedules',
      label: { zh: '启用的排期', en: 'Schedules enabled' },
      value: String(figures.schedules),
    },
    {
      path: 'displays',
      label: { zh: '在线终端 / 全部', en: 'Displays online / all' },
      value: `${figures.online} / ${figures.displays}`,
      alarm: figures.online < figures.paired,
    },
    ...(figures.failedMedia > 0
      ? [
          {
            path: 'media?state=failed',
            label: { zh: '处理失败的素材', en: 'Media that failed' },
            value: String(figures.failedMedia),
            alarm: true,
          },
        ]
      : []),
  ]
}
