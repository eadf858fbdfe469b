import type { Fault } from '../../schedule'
import type { DocumentFault } from './fault'
import { type FaultCode, faultTexts } from './texts'

/** What a value that the scheduler cannot use means, by field. */
const valueCodes: Record<string, FaultCode> = {
  playsPerHour: 'booking-out-of-range',
  weight: 'weight-not-positive',
  priority: 'not-whole',
}

/** The lists whose items are one field in the form. */
const wholeLists = new Set(['exdates', 'rdates', 'dayTypes', 'days'])

/** The scheduler's faults at the fields of the form; `prefix` is the pointer of the document in the problem. */
export function coreFaults(faults: Fault[], prefix: string): DocumentFault[] {
  const found = faults.map(({ pointer, code, message }): DocumentFault => {
    const names = pointer.slice(prefix.length + 1).split('/')
    const list = names.findIndex((name) => wholeLists.has(name))
    const path = (list < 0 ? names : names.slice(0, list + 1)).join('.')
    const field = names[0] ?? ''
    if (code === 'bad-value' && valueCodes[field]) return { path, code: valueCodes[field] }
    const detail = { zh: partOf(message), en: message }
    return { path, code: code in faultTexts ? (code as FaultCode) : 'bad-value', values: { detail } }
  })
  return found.filter(
    ({ path, code }, index) => index === found.findIndex((one) => one.path === path && one.code === code),
  )
}

/** The scheduler speaks English: in Chinese only the part of a rule that it names at first (`BYDAY`) is repeated. */
function partOf(message: string) {
  const [part] = message.match(/^[A-Z]{3,}/) ?? []
  return part ? `（${part}）` : ''
}
