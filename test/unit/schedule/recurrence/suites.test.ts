import { describe, expect, it } from 'vitest'
import { civilOf, type Day, dayOf } from '../../../../src/schedule/day'
import { recur } from '../../../../src/schedule/recurrence'
import { parseRule } from '../../../../src/schedule/rule'
import { naiveDates } from '../oracle/rule'
import { CONTRACT } from './contract'
import { DATEUTIL, DATEUTIL_DIFFERENCES, DATEUTIL_REFUSED } from './dateutil'
import { ICAL_JS, ICAL_JS_DIFFERENCES } from './icaljs'
import { LIBICAL, LIBICAL_DIFFERENCES } from './libical'
import { RFC_5545 } from './rfc5545'
import { SABRE, SABRE_DIFFERENCES } from './sabre'
import { type Difference, endOf, type Fact } from './table'

const SUITES: [name: string, same: Fact[], other: Difference[]][] = [
  ['python-dateutil', DATEUTIL, DATEUTIL_DIFFERENCES],
  ['libical', LIBICAL, LIBICAL_DIFFERENCES],
  ['ical.js', ICAL_JS, ICAL_JS_DIFFERENCES],
  ['sabre/vobject', SABRE, SABRE_DIFFERENCES],
]

describe.each(SUITES)('what the suite of %s says of dates', (_, same, other) => {
  it.each(same)('$rule from $start', (fact) => {
    expect(datesOf(fact)).toEqual(fact.dates)
  })

  it.each(other)('$rule from $start, but: $why', (fact) => {
    expect(datesOf(fact)).toEqual(fact.dates)
    expect(fact.theirs).not.toEqual(fact.dates)
  })
})

describe('what a suite takes and RFC 5545 forbids', () => {
  it.each(DATEUTIL_REFUSED)('%s', (text) => {
    expect(parseRule(text).faults.map(({ code }) => code)).toEqual(['bad-rule'])
  })
})

describe('the oracle', () => {
  it('says the same of every one of these facts', () => {
    const all = [RFC_5545, CONTRACT, ...SUITES.flatMap(([, same, other]) => [same, other])].flat()
    const naive = ({ rule, start, ...fact }: Fact) => naiveDates(rule, start, endOf({ rule, start, ...fact }))
    expect(all.map(naive)).toEqual(all.map(({ dates }) => dates))
    expect(all.length).toBeGreaterThan(300)
  })
})

function datesOf(fact: Fact): string[] {
  const { rule, faults } = parseRule(fact.rule)
  if (!rule) throw new Error(JSON.stringify(faults))
  const [start, end] = [fact.start, endOf(fact)].map(dayFrom) as [Day, Day]
  return [...recur(rule, start, start, end)].map((number) => {
    const { year, month, day } = civilOf(number)
    return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  })
}

function dayFrom(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return dayOf(year, month, day)
}
