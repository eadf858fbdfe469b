'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { StorageUsage } from '../../../storage/usageEndpoint'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'
import { bytesText } from '../upload/words'

const warnings = {
  ample: null,
  short: {
    zh: '存储空间不多了，请清理不用的素材，或联系管理员扩充。',
    en: 'Storage is running short. Delete media that nobody needs, or have it extended.',
  },
  full: {
    zh: '存储空间不足，已暂停上传。请清理不用的素材，或联系管理员扩充。',
    en: 'Storage is full: no uploads are taken. Delete media that nobody needs, or have it extended.',
  },
}

/** What is stored and what room there is; a warning where there is little. `onlyWarning`: nothing where there is enough. */
export function StorageNote({ onlyWarning = false }: { onlyWarning?: boolean }) {
  const { config } = useConfig()
  const { say, language } = useSay()
  const [usage, setUsage] = useState<StorageUsage | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    staffRequest<StorageUsage>(`${config.routes.api}/storage-usage`, { language, signal: abort.signal })
      .then((answer) => answer.ok && setUsage(answer.value))
      .catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [config.routes.api, language])

  const warning = usage && warnings[usage.state]
  if (onlyWarning && !warning) return null
  return (
    <div className="xb-storage">
      {!onlyWarning && (
        <p className="xb-storage__usage">
          {usage &&
            say({
              zh: `原始文件 ${bytesText(usage.originals.bytes)}，播出版本 ${bytesText(usage.renditions.bytes)}，磁盘剩余 ${bytesText(usage.freeBytes)}`,
              en: `Originals ${bytesText(usage.originals.bytes)}, renditions ${bytesText(usage.renditions.bytes)}, ${bytesText(usage.freeBytes)} of disk free`,
            })}
        </p>
      )}
      {usage && warning && (
        <p className={`xb-storage__warning xb-storage__warning--${usage.state}`} role="alert">
          {say(warning)}
          {onlyWarning &&
            say({
              zh: `（剩余 ${bytesText(usage.freeBytes)}）`,
              en: ` (${bytesText(usage.freeBytes)} free)`,
            })}
        </p>
      )}
    </div>
  )
}
