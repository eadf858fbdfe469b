'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import type { Facts } from '../../../../media/facts'
import { useSay } from '../../useSay'
import { factRows } from './factRows'
import './facts.css'

/** A file's facts; a bar where a value is still being measured. */
export function FactsTable({ facts, measuring }: { facts: Facts; measuring: boolean }) {
  const { say } = useSay()
  return (
    <dl className="xb-media-facts">
      {factRows(facts, measuring).map(({ name, value }) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value ? say(value) : <Measuring />}</dd>
        </div>
      ))}
    </dl>
  )
}

function Measuring() {
  const { say } = useSay()
  return (
    <span className="xb-media-facts__pending">
      <ShimmerEffect height={14} />
      <span>{say({ zh: '测量中…', en: 'Measuring…' })}</span>
    </span>
  )
}
