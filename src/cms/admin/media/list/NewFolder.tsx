'use client'
import { useConfig } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'
import { staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'

/** A button that becomes a field for the title of a new folder. */
export function NewFolder({ onMade }: { onMade: () => void }) {
  const { say, language } = useSay()
  const { config } = useConfig()
  const [title, setTitle] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)

  async function make(event: FormEvent) {
    event.preventDefault()
    if (!title?.trim()) return
    const options = { language, method: 'POST', body: { title: title.trim() } }
    const answer = await staffRequest(`${config.routes.api}/media-folders?depth=0`, options)
    if (!answer.ok) return setMessage(answer.message)
    setTitle(null)
    setMessage(null)
    onMade()
  }

  if (title === null) {
    return (
      <button type="button" className="xb-folders__new" onClick={() => setTitle('')}>
        {say({ zh: '＋ 新建素材夹', en: '+ New folder' })}
      </button>
    )
  }
  return (
    <form className="xb-folders__form" onSubmit={(event) => void make(event)}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed became this field
        autoFocus
        aria-label={say({ zh: '素材夹名称', en: 'Title of the folder' })}
        placeholder={say({ zh: '名称，按回车', en: 'Title, then Enter' })}
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTitle(null)
        }}
      />
      <p className="xb-error" role="alert">
        {message}
      </p>
    </form>
  )
}
