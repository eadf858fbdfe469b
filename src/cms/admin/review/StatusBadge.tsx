import { reviewStatusOptions } from '../../i18n/options'
import type { Language } from '../../i18n/text'

/** A review status in its colour. */
export function StatusBadge({ status, language }: { status: string; language: Language }) {
  const label = reviewStatusOptions.find(({ value }) => value === status)?.label[language] ?? status
  return <span className={`xb-badge xb-badge--${status}`}>{label}</span>
}
