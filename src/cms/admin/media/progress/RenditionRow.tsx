'use client'
import { renditionStateOptions } from '../../../i18n/options'
import { bytesText } from '../../displays/format'
import { useSay } from '../../useSay'
import { Bar, Turn } from './Bar'
import { FailureNote } from './FailureNote'
import type { RenditionReport } from './report'

type RowProps = { rendition: RenditionReport; retry: () => Promise<string | null> }

/** A version for particular screens, as a row of the table on the media page. */
export function RenditionRow({ rendition, retry }: RowProps) {
  const { say, language } = useSay()
  const { label, screens, bytes, lufs, truePeak, seconds, failure } = rendition
  const none = say({ zh: '暂无终端需要', en: 'no display needs it now' })
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{screens.length > 0 ? screens.join(language === 'zh' ? '、' : ', ') : none}</td>
      <td>
        <Stage rendition={rendition} />
        {failure && <FailureNote failure={failure} of={label} retry={retry} />}
      </td>
      <td>{bytes ? bytesText(bytes) : '—'}</td>
      <td>{seconds ? say({ zh: `${seconds} 秒`, en: `${seconds} s` }) : '—'}</td>
      <td>
        {lufs === null ? '—' : `${signed(lufs)} LUFS`}
        {truePeak !== null && <small>{signed(truePeak)} dBTP</small>}
      </td>
    </tr>
  )
}

function Stage({ rendition: { state, done, position, label } }: { rendition: RenditionReport }) {
  const { say } = useSay()
  const option = renditionStateOptions.find(({ value }) => value === state)
  if (state === 'processing') return <Bar done={done} label={label} />
  return (
    <>
      {option && <span className={`xb-badge xb-badge--${state}`}>{say(option.label)}</span>}
      {state === 'waiting' && <Turn position={position} />}
    </>
  )
}

/** With a minus sign, not a hyphen. */
function signed(value: number) {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`
}
