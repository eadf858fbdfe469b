'use client'
import { useFormFields } from '@payloadcms/ui'
import { useSay } from '../useSay'

const fields = ['all', 'groups', 'displays', 'tags']

/** Says so while a schedule names no display: it may be saved like that, and then plays nowhere. */
export function NoTargetsNote() {
  const { say } = useSay()
  const some = useFormFields(([state]) =>
    fields.some((name) => {
      const value = state[`targets.${name}`]?.value
      return Array.isArray(value) ? value.length > 0 : Boolean(value)
    }),
  )
  return (
    <p className="xb-warning" role="status" hidden={some}>
      {say({
        zh: '还没有选择终端：这样保存后不会在任何屏幕播出。',
        en: 'No display is chosen yet: saved like this, it plays nowhere.',
      })}
    </p>
  )
}
