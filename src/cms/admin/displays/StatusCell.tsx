import type { DefaultServerCellComponentProps } from 'payload'
import { languageOf } from '../../i18n/text'
import { livenessOf } from './liveness'
import { livenessTexts } from './livenessTexts'

/** How a display stands, in a list. Staff who may read displays may read how they are. */
export async function StatusCell({ i18n, payload, rowData }: DefaultServerCellComponentProps) {
  // Payload also renders cells without a row, beside an edit form.
  if (!rowData) return null
  const where = { display: { equals: rowData.id } }
  const { docs } = await payload.find({ collection: 'display-states', where, limit: 1, depth: 0 })
  const liveness = livenessOf(docs[0], Date.now())
  return <span className={`xb-badge xb-badge--${liveness}`}>{livenessTexts[liveness][languageOf(i18n)]}</span>
}
