'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'
import { queryText } from './queryText'

/** Files pieces in a folder, or with null in none. */
export function useMove(onMoved: () => void): {
  move: (pieces: string[], folder: string | null) => Promise<void>
  isMoving: boolean
} {
  const { config } = useConfig()
  const { say, language } = useSay()
  const [isMoving, setMoving] = useState(false)

  async function move(pieces: string[], folder: string | null) {
    setMoving(true)
    const query = queryText({ depth: 0, where: { id: { in: pieces.join(',') } } })
    const answer = await staffRequest<{ docs: unknown[] }>(`${config.routes.api}/media?${query}`, {
      language,
      method: 'PATCH',
      body: { folder },
    })
    setMoving(false)
    if (!answer.ok) {
      toast.error(answer.message)
      return
    }
    const count = answer.value.docs.length
    toast.success(
      say({ zh: `已移动 ${count} 个素材`, en: count === 1 ? 'Moved 1 file' : `Moved ${count} files` }),
    )
    onMoved()
  }
  return { move, isMoving }
}
