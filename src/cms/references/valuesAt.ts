import { idOf } from '../faults/idOf'

/** Every id that a reference holds in a document, with the path of the field as the form names it (`entries.2.content`). */
export function valuesAt(doc: unknown, path: string): { path: string; id: string }[] {
  return walk(doc, path.split('.'), [])
}

function walk(value: unknown, rest: string[], done: (string | number)[]): { path: string; id: string }[] {
  const [name, ...further] = rest
  if (value === null || value === undefined) return []
  if (name === undefined) {
    const ids = Array.isArray(value) ? value.map(idOf) : [idOf(value)]
    return ids.flatMap((id) => (id === null ? [] : [{ path: done.join('.'), id }]))
  }
  if (Array.isArray(value)) return value.flatMap((row, index) => walk(row, rest, [...done, index]))
  return typeof value === 'object'
    ? walk((value as Record<string, unknown>)[name], further, [...done, name])
    : []
}
