'use client'
import { useEffect, useRef } from 'react'
import type { WarnedField } from '../../../collections/schedules/warnings'
import { useSay } from '../../useSay'
import { keepInView } from './keepInView'
import { useWarnings } from './useWarnings'

/** The warnings about the fields that it stands below. They keep nothing from being saved. */
export function FieldWarnings({ about }: { about: WarnedField[] }) {
  const { language } = useSay()
  const { state, store } = useWarnings()
  const place = useRef<HTMLUListElement>(null)
  const warnings = state.warnings.filter(({ field }) => about.includes(field))
  const wanted = state.wanted !== undefined && about.includes(state.wanted)

  useEffect(() => {
    if (!wanted || !place.current) return
    keepInView(place.current)
    place.current.focus({ preventScroll: true })
    store.set({ wanted: undefined })
  }, [wanted, store])

  if (warnings.length === 0) return null
  return (
    <ul ref={place} className="xb-warnings" tabIndex={-1}>
      {warnings.map(({ code, message }) => (
        <li key={`${code} ${message.zh}`} className="xb-warning">
          {message[language]}
        </li>
      ))}
    </ul>
  )
}
