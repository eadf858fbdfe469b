'use client'
import { useSay } from '../../useSay'
import { RenditionRow } from './RenditionRow'
import type { RenditionReport } from './report'

type VersionsProps = { renditions: RenditionReport[]; retry: (rendition: string) => Promise<string | null> }

/** The files made for particular screens, one a row. */
export function Versions({ renditions, retry }: VersionsProps) {
  const { say } = useSay()
  const heads = [
    { zh: '尺寸', en: 'Size' },
    { zh: '屏型', en: 'Screens' },
    { zh: '状态', en: 'State' },
    { zh: '文件大小', en: 'File' },
    { zh: '时长', en: 'Length' },
    { zh: '响度', en: 'Loudness' },
  ]
  return (
    <div className="xb-versions__scroll">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {renditions.map((rendition) => (
            <RenditionRow key={rendition.id} rendition={rendition} retry={() => retry(rendition.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
