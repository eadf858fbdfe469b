'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { mediaStateOptions } from '../../../i18n/options'
import { useSay } from '../../useSay'
import type { Browse, Order } from './browse'
import { kindTexts } from './kinds'

/** While somebody types, nothing is asked. */
const typingMs = 250

const orders: { value: Order; label: { zh: string; en: string } }[] = [
  { value: 'newest', label: { zh: '最新上传', en: 'Newest first' } },
  { value: 'name', label: { zh: '按文件名', en: 'By name' } },
  { value: 'largest', label: { zh: '最大的在前', en: 'Largest first' } },
]

/** The search, and what else narrows the choice. `/` goes to the search from anywhere on the page. */
export function Filters(props: {
  browse: Browse
  mayOrder: boolean
  onChange: (change: Partial<Browse>) => void
  viewSwitch: ReactNode
}) {
  const { say } = useSay()
  const { browse, onChange } = props
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)

  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      onChange({ words: typed.trim() })
      setTyped(null)
    }, typingMs)
    return () => clearTimeout(timer)
  }, [typed, onChange])

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isTyping = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || isTyping) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <search className="xb-filters">
      <input
        ref={search}
        type="search"
        className="xb-filters__words"
        aria-label={say({ zh: '搜索素材', en: 'Search media' })}
        placeholder={say({ zh: '搜索文件名、说明、标签', en: 'Search names, descriptions, tags' })}
        value={typed ?? browse.words}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Choice
        label={say({ zh: '类型', en: 'Kind' })}
        all={say({ zh: '全部类型', en: 'All kinds' })}
        value={browse.kind}
        options={Object.entries(kindTexts).map(([value, label]) => ({ value, label }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={say({ zh: '状态', en: 'State' })}
        all={say({ zh: '全部状态', en: 'All states' })}
        value={browse.state}
        options={mediaStateOptions}
        onChange={(state) => onChange({ state })}
      />
      {props.mayOrder && (
        <Choice
          label={say({ zh: '排序', en: 'Order' })}
          value={browse.order}
          options={orders}
          onChange={(order) => onChange({ order: order as Order })}
        />
      )}
      {browse.tag && (
        <button type="button" className="xb-filters__tag" onClick={() => onChange({ tag: '' })}>
          {say({ zh: `标签：${browse.tag}`, en: `Tag: ${browse.tag}` })} <span aria-hidden="true">✕</span>
          <span className="xb-unseen">{say({ zh: '，取消', en: ', remove' })}</span>
        </button>
      )}
      {props.viewSwitch}
    </search>
  )
}

function Choice(props: {
  label: string
  all?: string
  value: string
  options: { value: string; label: { zh: string; en: string } }[]
  onChange: (value: string) => void
}) {
  const { say } = useSay()
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={({ target }) => props.onChange(target.value)}
    >
      {props.all && <option value="">{props.all}</option>}
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {say(label)}
        </option>
      ))}
    </select>
  )
}
