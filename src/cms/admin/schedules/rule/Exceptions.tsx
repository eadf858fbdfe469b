'use client'
import { Collapsible, useField } from '@payloadcms/ui'
import { useSay } from '../../useSay'
import { DatesCalendar } from './DatesCalendar'
import type { Marks } from './useOccurrences'

/** Dates left out, and, where the dates are not picked one by one anyway, dates added. */
export function Exceptions(props: { marks: Marks; today: string; withAdded: boolean; disabled: boolean }) {
  const { say } = useSay()
  const { withAdded, ...common } = props
  const exdates = useField<string[]>({ path: 'exdates' })
  const rdates = useField<string[]>({ path: 'rdates' })
  const [out, added] = [exdates.value ?? [], rdates.value ?? []]
  const counts = [
    ...(out.length > 0 ? [say({ zh: `除外 ${out.length} 天`, en: `${out.length} left out` })] : []),
    ...(withAdded && added.length > 0
      ? [say({ zh: `增加 ${added.length} 天`, en: `${added.length} added` })]
      : []),
  ]
  return (
    <Collapsible
      className="xb-exceptions"
      initCollapsed={counts.length === 0}
      header={
        <span>
          {say({ zh: '例外日期', en: 'Exceptions' })}
          {counts.length > 0 && (
            <small className="xb-badge">{counts.join(say({ zh: '，', en: ', ' }))}</small>
          )}
        </span>
      }
    >
      <div className="xb-exceptions__calendars">
        <DatesCalendar
          {...common}
          legend={{ zh: '除外：这些日期不播', en: 'Left out: it does not play on these' }}
          path="exdates"
          dates={out}
          showError={exdates.showError}
          onChange={(dates) => exdates.setValue(dates)}
        />
        {withAdded && (
          <DatesCalendar
            {...common}
            legend={{ zh: '增加：这些日期也播', en: 'Added: it plays on these too' }}
            path="rdates"
            dates={added}
            showError={rdates.showError}
            onChange={(dates) => rdates.setValue(dates)}
          />
        )}
      </div>
    </Collapsible>
  )
}
