'use client'
import { useSay } from '../useSay'

/** A device that waits to be paired, as the staff interface tells of it. */
export type Waiting = {
  code: string
  facts: {
    model?: string
    width: number
    height: number
    pixelRatio?: number
    codecs?: string[]
    playerVersion?: string
  } | null
  fingerprint: string
  expiresAt: number
}

/** What a waiting device says of itself, and the fingerprint to compare with the one on its screen. */
export function DeviceFacts({ waiting: { facts, fingerprint } }: { waiting: Waiting }) {
  const { say } = useSay()
  const ratio = facts?.pixelRatio && facts.pixelRatio !== 1 ? ` @${facts.pixelRatio}×` : ''
  const rows: [string, string | undefined][] = [
    [say({ zh: '型号', en: 'Model' }), facts?.model],
    [say({ zh: '屏幕', en: 'Screen' }), facts ? `${facts.width} × ${facts.height}${ratio}` : undefined],
    [say({ zh: '解码', en: 'Codecs' }), facts?.codecs?.join(', ')],
    [say({ zh: '播放器', en: 'Player' }), facts?.playerVersion],
  ]
  return (
    <>
      <dl className="xb-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
        <div>
          <dt>{say({ zh: '密钥指纹', en: 'Key fingerprint' })}</dt>
          <dd className="xb-fingerprint">{fingerprint}</dd>
        </div>
      </dl>
      <p className="xb-note">
        {say({
          zh: '请核对：屏幕上的指纹须与此一致，否则该屏幕连接的是别的服务器，请拒绝。',
          en: 'Compare: the screen must show this very fingerprint. If not, it talks to another server; reject it.',
        })}
      </p>
    </>
  )
}
