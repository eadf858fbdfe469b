'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'

type Folder = { id: string; title: string }

/** Which media folder the next files are filed in. */
export function FolderChoice(props: { value: string | null; onChange: (folder: string | null) => void }) {
  const { say, language } = useSay()
  const { config } = useConfig()
  const id = useId()
  const [folders, setFolders] = useState<Folder[]>([])
  useEffect(() => {
    const abort = new AbortController()
    const path = `${config.routes.api}/media-folders?depth=0&limit=500&sort=title&select[title]=true`
    staffRequest<{ docs: Folder[] }>(path, { language, signal: abort.signal })
      .then((answer) => setFolders(answer.ok ? answer.value.docs : []))
      .catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [config.routes.api, language])
  if (folders.length === 0) return null

  return (
    <span className="xb-upload__folder">
      <label htmlFor={id}>{say({ zh: '存入素材夹', en: 'File in' })}</label>
      <select
        className="xb-select"
        id={id}
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{say({ zh: '不归夹', en: 'No folder' })}</option>
        {folders.map((folder) => (
          <option key={folder.id} value={folder.id}>
            {folder.title}
          </option>
        ))}
      </select>
    </span>
  )
}
