'use client'
import { Button, toast } from '@payloadcms/ui'
import { type KeyboardEvent, useId, useState } from 'react'
import { staffRequest } from '../staffRequest'
import { useSay } from '../useSay'
import { DeviceFacts, type Waiting } from './DeviceFacts'

/** Six of the letters and digits that screens show. */
const codeLength = 6
const foreign = /[^A-Z0-9]/g

/** Finds the screen that shows a code, shows what it says of itself, and pairs or rejects it. */
export function PairingForm(props: { display: string; paired: boolean; onPaired: () => void }) {
  const { say, language } = useSay()
  const inputId = useId()
  const [code, setCode] = useState('')
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function ask<T>(method: string, of: string, body?: unknown) {
    setBusy(true)
    setMessage(null)
    const answer = await staffRequest<T>(`/api/device-pairings/${of}`, { language, method, body })
    setBusy(false)
    if (answer.ok) return answer
    setWaiting(null)
    setMessage(answer.message)
    return null
  }

  async function look() {
    const answer = await ask<Waiting>('GET', code)
    if (answer) setWaiting(answer.value)
  }

  async function confirm({ code: of }: Waiting) {
    const answer = await ask<{ name: string }>('POST', of, { display: props.display })
    if (!answer) return
    toast.success(say({ zh: `已与「${answer.value.name}」配对`, en: `Paired with ${answer.value.name}` }))
    startOver()
    props.onPaired()
  }

  async function reject({ code: of }: Waiting) {
    if (!(await ask('DELETE', of))) return
    toast.success(say({ zh: '已拒绝该设备', en: 'The device was rejected' }))
    startOver()
  }

  function startOver() {
    setCode('')
    setWaiting(null)
    setMessage(null)
  }

  /** Enter must not save the display that the form around this is about. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (code.length === codeLength && !busy) void look()
  }

  return (
    <section className="xb-panel">
      <h3>
        {props.paired ? say({ zh: '重新配对', en: 'Pair another device' }) : say({ zh: '配对', en: 'Pair' })}
      </h3>
      <label htmlFor={inputId}>
        {say({ zh: '屏幕上显示的六位配对码', en: 'The six characters on the screen' })}
      </label>
      <div className="xb-code">
        <input
          id={inputId}
          value={code}
          placeholder="A2B3C4"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={message !== null}
          aria-describedby={`${inputId}-message`}
          disabled={busy || waiting !== null}
          onChange={(event) => {
            setCode(event.target.value.toUpperCase().replace(foreign, '').slice(0, codeLength))
            setMessage(null)
          }}
          onKeyDown={onKeyDown}
        />
        {!waiting && (
          <Button
            size="medium"
            margin={false}
            disabled={busy || code.length < codeLength}
            onClick={() => void look()}
          >
            {busy ? say({ zh: '查找中…', en: 'Looking…' }) : say({ zh: '查找', en: 'Find' })}
          </Button>
        )}
      </div>
      <p id={`${inputId}-message`} className="xb-error" role="alert">
        {message}
      </p>
      {waiting && (
        <>
          <DeviceFacts waiting={waiting} />
          {props.paired && (
            <p className="xb-note">
              {say({
                zh: '确认后，原来的设备将不再播出此终端。',
                en: 'The device paired before will stop being this display.',
              })}
            </p>
          )}
          <div className="xb-actions">
            <Button size="medium" margin={false} disabled={busy} onClick={() => void confirm(waiting)}>
              {say({ zh: '确认配对', en: 'Pair' })}
            </Button>
            <Button
              size="medium"
              margin={false}
              buttonStyle="secondary"
              disabled={busy}
              onClick={() => void reject(waiting)}
            >
              {say({ zh: '拒绝', en: 'Reject' })}
            </Button>
            <Button size="medium" margin={false} buttonStyle="none" disabled={busy} onClick={startOver}>
              {say({ zh: '取消', en: 'Cancel' })}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
