'use client'
import { Button, useAuth, useDocumentInfo, useForm, useFormFields, useFormProcessing } from '@payloadcms/ui'
import type { Role } from '../../access/roles'
import type { Text } from '../../i18n/text'
import { useSay } from '../useSay'

type Step = { to: string; label: Text; style: 'primary' | 'secondary' }

const approve: Step = { to: 'approved', label: { zh: '批准', en: 'Approve' }, style: 'primary' }
const reject: Step = { to: 'rejected', label: { zh: '退回', en: 'Reject' }, style: 'secondary' }
const submitForReview: Step = {
  to: 'in-review',
  label: { zh: '提交审核', en: 'Submit for review' },
  style: 'secondary',
}
const takeBack: Step = { to: 'draft', label: { zh: '撤回', en: 'Take back' }, style: 'secondary' }

/** What may be done next about a content's review, in one click; what is unsaved in the form is saved with it. */
export function ReviewActions() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { submit } = useForm()
  const { say } = useSay()
  const processing = useFormProcessing()
  const status = useFormFields(([fields]) => fields.reviewStatus?.value as string | undefined)
  const steps = id ? stepsFor(user?.role as Role | undefined, status ?? 'draft') : []
  return (
    <>
      {steps.map(({ to, label, style }) => (
        <Button
          key={to}
          buttonStyle={style}
          size="medium"
          margin={false}
          disabled={processing}
          onClick={() => void submit({ overrides: { reviewStatus: to } })}
        >
          {say(label)}
        </Button>
      ))}
    </>
  )
}

function stepsFor(role: Role | undefined, status: string): Step[] {
  if (role === 'administrator') {
    return [...(status === 'approved' ? [] : [approve]), ...(status === 'rejected' ? [] : [reject])]
  }
  if (role !== 'editor') return []
  if (status === 'in-review') return [takeBack]
  return status === 'approved' ? [] : [submitForReview]
}
