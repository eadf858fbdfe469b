'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useSay } from '../../useSay'
import type { UploadItem } from './queue'
import { type Unfinished as Begun, findUnfinished, forgetUnfinished, type SenderOptions } from './sender'
import { bytesText } from './words'

/** Names what was begun before the page was loaded: the browser needs the file from the user again. */
export function Unfinished({ options, items }: { options: SenderOptions; items: readonly UploadItem[] }) {
  const { say } = useSay()
  const [begun, setBegun] = useState<Begun[]>([])
  const going = items.map(({ key, state }) => `${key} ${state.name}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is begun changes as files come and go
  useEffect(() => {
    let isCurrent = true
    void findUnfinished(options, Date.now()).then((found) => isCurrent && setBegun(found))
    return () => {
      isCurrent = false
    }
  }, [options, going])
  const left = begun.filter(
    ({ name, bytes }) => !items.some(({ file }) => file.name === name && file.size === bytes),
  )
  if (left.length === 0) return null

  async function forget(one: Begun) {
    setBegun((all) => all.filter(({ key }) => key !== one.key))
    await forgetUnfinished(one)
  }

  return (
    <div className="xb-upload__begun">
      <p>
        {say({
          zh: '上次没有传完，再选同一个文件即可接着传：',
          en: 'Begun earlier and not finished; choose the same file again to go on:',
        })}
      </p>
      <ul>
        {left.map((one) => (
          <li key={one.key}>
            <span className="xb-upload__name">{one.name}</span>{' '}
            <span className="xb-note">{bytesText(one.bytes)}</span>
            <Button
              buttonStyle="none"
              size="small"
              margin={false}
              aria-label={`${say({ zh: '放弃', en: 'Discard' })} ${one.name}`}
              onClick={() => void forget(one)}
            >
              {say({ zh: '放弃', en: 'Discard' })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
