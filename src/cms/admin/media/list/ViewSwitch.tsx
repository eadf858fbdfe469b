'use client'
import { useSay } from '../../useSay'
import type { View } from './useView'

const views = [
  {
    view: 'grid',
    label: { zh: '看图', en: 'Pictures' },
    icon: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  },
  { view: 'table', label: { zh: '表格', en: 'Table' }, icon: 'M2 3h12v2H2zM2 7h12v2H2zM2 11h12v2H2z' },
] as const

/** Pictures or a table. */
export function ViewSwitch(props: { view: View; onChoose: (view: View) => void }) {
  const { say } = useSay()
  return (
    <fieldset className="xb-views" aria-label={say({ zh: '显示方式', en: 'Show as' })}>
      {views.map(({ view, label, icon }) => (
        <button
          key={view}
          type="button"
          aria-pressed={props.view === view}
          onClick={() => props.onChoose(view)}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d={icon} fill="currentColor" />
          </svg>
          {say(label)}
        </button>
      ))}
    </fieldset>
  )
}
