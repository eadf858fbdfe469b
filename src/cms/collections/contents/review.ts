import type { Role } from '../../access/roles'
import type { DocumentFault } from '../../faults/fault'
import { idOf } from '../../faults/idOf'

export type ReviewStatus = 'draft' | 'in-review' | 'approved' | 'rejected'

type Content = Record<string, unknown> & { reviewStatus?: ReviewStatus | null }

/** What a viewer of the screen would see or hear. */
const visible = [
  'title',
  'kind',
  'media',
  'cover',
  'text',
  'url',
  'fit',
  'volume',
  'seconds',
  'trimBlack',
  'page',
] as const
const visibleStyle = ['color', 'background', 'align', 'weight', 'motion', 'pixelsPerSecond'] as const

/**
 * The review status that a change ends in. `role` null: the system itself. An editor's change of what viewers would see takes an
 * approved content back to draft; only administrators approve or reject.
 */
export function reviewedChange(input: { before: Content | null; after: Content; role: Role | null }): {
  status: ReviewStatus
  faults: DocumentFault[]
} {
  const { before, after, role } = input
  const was = before?.reviewStatus ?? 'draft'
  const wanted = after.reviewStatus ?? was
  if (role === null || role === 'administrator') return { status: wanted, faults: [] }
  const judged = wanted === 'approved' || wanted === 'rejected'
  if (judged && wanted !== was)
    return { status: was, faults: [{ path: 'reviewStatus', code: 'approval-not-allowed' }] }
  const touched = wanted === 'approved' && before !== null && looksDifferent(before, after)
  return { status: touched ? 'draft' : wanted, faults: [] }
}

/** Whether a viewer could tell the two apart. */
export function looksDifferent(before: Content, after: Content): boolean {
  const styleOf = (content: Content) => (content.style ?? {}) as Record<string, unknown>
  return (
    visible.some((name) => comparable(before[name]) !== comparable(after[name])) ||
    visibleStyle.some((name) => comparable(styleOf(before)[name]) !== comparable(styleOf(after)[name]))
  )
}

function comparable(value: unknown) {
  return typeof value === 'object' || value === undefined || value === '' ? idOf(value) : value
}
