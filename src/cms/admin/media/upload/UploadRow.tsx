'use client'
import { Button, Link, useConfig } from '@payloadcms/ui'
import { mediaStateOptions } from '../../../i18n/options'
import { useSay } from '../../useSay'
import { paceOf } from './pace'
import { percentOf, secondsLeft, type UploadItem, type UploadQueue } from './queue'
import { bytesText, leftText, stateTexts } from './words'

/** Badges that say what has come of a file in the colours of the lists. */
const badges: Partial<Record<UploadItem['state']['name'], string>> = {
  done: 'ready',
  refused: 'failed',
  offline: 'late',
  stopped: 'late',
  sending: 'processing',
  checking: 'processing',
}

type UploadRowProps = {
  item: UploadItem
  queue: UploadQueue
  /** Of the media document, once there is one. */
  mediaState: string | null
}

/** One file: how far it is, what is wrong, and what can be done. */
export function UploadRow({ item, queue, mediaState }: UploadRowProps) {
  const { say } = useSay()
  const { config } = useConfig()
  const { state, file, key } = item
  const rendering = mediaStateOptions.find(({ value }) => value === mediaState)
  const badge = rendering?.value ?? badges[state.name] ?? 'none'
  const named = (verb: { zh: string; en: string }) => `${say(verb)} ${file.name}`
  const button = (verb: { zh: string; en: string }, act: (of: string) => void) => (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      aria-label={named(verb)}
      onClick={() => act(key)}
    >
      {say(verb)}
    </Button>
  )

  return (
    <li className="xb-upload__item">
      <div className="xb-upload__head">
        {state.name === 'done' ? (
          <Link href={`${config.routes.admin}/collections/media/${state.doc.id}`}>{state.doc.filename}</Link>
        ) : (
          <span className="xb-upload__name">{file.name}</span>
        )}
        <span className={`xb-badge xb-badge--${badge}`}>
          {say(rendering?.label ?? stateTexts[state.name])}
        </span>
        <span className="xb-upload__actions">
          {(state.name === 'sending' || state.name === 'waiting') &&
            button({ zh: '暂停', en: 'Pause' }, queue.pause)}
          {state.name === 'paused' && button({ zh: '继续', en: 'Resume' }, queue.resume)}
          {(state.name === 'stopped' || state.name === 'offline') &&
            button({ zh: '重试', en: 'Try again' }, queue.resume)}
          {state.name === 'refused' && button({ zh: '移除', en: 'Remove' }, queue.cancel)}
          {state.name !== 'done' &&
            state.name !== 'refused' &&
            button({ zh: '取消', en: 'Cancel' }, queue.cancel)}
        </span>
      </div>
      {state.name !== 'done' && state.name !== 'refused' && <Progress item={item} />}
      {'message' in state && state.message && (
        <p className={state.name === 'refused' ? 'xb-error' : 'xb-note'}>{state.message}</p>
      )}
    </li>
  )
}

function Progress({ item }: { item: UploadItem }) {
  const { language } = useSay()
  const { file, sent, pace, state } = item
  const percent = percentOf(item)
  const speed = state.name === 'sending' ? paceOf(pace) : null
  const left = state.name === 'sending' ? secondsLeft(item) : null
  const facts = [
    `${bytesText(sent)} / ${bytesText(file.size)}`,
    `${percent}%`,
    speed !== null && `${bytesText(speed)}/s`,
    left !== null && leftText(left, language),
  ].filter((fact) => fact !== false)
  return (
    <div className="xb-upload__progress">
      <progress max={100} value={percent} aria-label={file.name} />
      <span className="xb-upload__facts">{facts.join(' · ')}</span>
    </div>
  )
}
