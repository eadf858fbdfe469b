import { languageOf } from '../../i18n/text'
import { Mark } from './Mark'

/** The mark in the navigation: the link to the first page, so it has a name. */
export function Icon({ i18n }: { i18n: { language?: string } }) {
  return (
    <span className="xb-icon" role="img" aria-label={{ zh: '首页', en: 'Dashboard' }[languageOf(i18n)]}>
      <Mark size={18} />
    </span>
  )
}
