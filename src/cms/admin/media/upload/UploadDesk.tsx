'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../../useSay'
import { DropZone } from './DropZone'
import { FolderChoice } from './FolderChoice'
import type { Arrived, UploadItem } from './queue'
import { Unfinished } from './Unfinished'
import { UploadRow } from './UploadRow'
import { useMediaStates } from './useMediaStates'
import { useUploads } from './useUploads'
import { bytesText } from './words'

export type UploadDeskProps = {
  maxBytes: number
  /** Only one file is asked for, and only its progress is shown. */
  single?: boolean
  /** Files may be dropped anywhere on the page. */
  wholePage?: boolean
  onArrived?: (arrived: Arrived) => void
  /** A file became ready for screens, or could not be made so. */
  onProcessed?: () => void
}

/** Takes files, several at once, and shows how each comes along. */
export function UploadDesk({ maxBytes, single = false, wholePage = false, ...told }: UploadDeskProps) {
  const { say } = useSay()
  const { queue, items, options } = useUploads(maxBytes)
  const [folder, setFolder] = useState<string | null>(null)
  const desk = useId()
  const shown = single ? items.filter((item) => item.desk === desk) : items
  const states = useMediaStates(arrivedIds(shown), told.onProcessed)
  useArrivals(shown, told.onArrived)
  const limit = bytesText(maxBytes)

  return (
    <section className="xb-upload" aria-label={say({ zh: '上传素材', en: 'Upload media' })}>
      <DropZone
        multiple={!single}
        wholePage={wholePage}
        onFiles={(files) => queue.add(files, { folder, desk })}
        hint={say({
          zh: `图片、音视频、PDF，单个不超过 ${limit}。断网或刷新后，再选同一个文件即可接着传。`,
          en: `Pictures, video, audio and PDF, up to ${limit} each. After a cut or a reload, choose the same file again to go on.`,
        })}
      >
        <FolderChoice value={folder} onChange={setFolder} />
      </DropZone>
      <Unfinished options={options} items={items} />
      {shown.length > 0 && (
        <>
          <ul className="xb-upload__list">
            {shown.map((item) => (
              <UploadRow key={item.key} item={item} queue={queue} mediaState={stateOf(item, states)} />
            ))}
          </ul>
          {!single && shown.some(({ state }) => state.name === 'done' || state.name === 'refused') && (
            <Button buttonStyle="none" size="small" margin={false} onClick={queue.clear}>
              {say({ zh: '清除已结束的', en: 'Clear what has ended' })}
            </Button>
          )}
        </>
      )}
      <p className="xb-upload__spoken" role="status" aria-live="polite">
        {summary(shown, say)}
      </p>
    </section>
  )
}

function arrivedIds(items: readonly UploadItem[]) {
  return items.flatMap(({ state }) => (state.name === 'done' ? [state.doc.id] : []))
}

function stateOf({ state }: UploadItem, states: ReadonlyMap<string, string>) {
  return state.name === 'done' ? (states.get(state.doc.id) ?? null) : null
}

/** Tells once of each file that arrives while it is looked at. */
function useArrivals(items: readonly UploadItem[], onArrived: UploadDeskProps['onArrived']) {
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    const first = known.current === null
    known.current ??= new Set()
    for (const { key, state } of items) {
      if (state.name !== 'done' || known.current.has(key)) continue
      known.current.add(key)
      if (!first) onArrived?.(state)
    }
  }, [items, onArrived])
}

/** For who cannot see the bars: only what changed for good, not every percent. */
function summary(items: readonly UploadItem[], say: (text: { zh: string; en: string }) => string) {
  if (items.length === 0) return ''
  const count = (...names: UploadItem['state']['name'][]) =>
    items.filter(({ state }) => names.includes(state.name)).length
  const [done, refused, halted] = [count('done'), count('refused'), count('paused', 'stopped', 'offline')]
  const going = items.length - done - refused - halted
  return say({
    zh: `上传中 ${going} 个，已上传 ${done} 个，未接收 ${refused} 个，暂停或中断 ${halted} 个`,
    en: `${going} uploading, ${done} uploaded, ${refused} refused, ${halted} paused or interrupted`,
  })
}
