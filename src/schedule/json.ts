const PIECE_LENGTH = 65_536
// A longer array is given item by item.
const SHORT_LENGTH = 256

/**
 * What `JSON.stringify(value, null, indent)` gives, in pieces of some length: a text of a gigabyte needs no string of
 * one. Whatever is iterable is a list, which is read only when its place has come; a short array holds plain data.
 */
export function* jsonPieces(value: unknown, indent: number): Generator<string, void> {
  let piece = ''
  for (const part of partsOf(value, indent, indent > 0 ? '\n' : '')) {
    piece += part
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** `margin`: what stands before the closing bracket, a new line and what the value is indented by. */
function* partsOf(value: unknown, indent: number, margin: string): Generator<string, void> {
  if (!isObject(value)) {
    yield JSON.stringify(value)
    return
  }
  const isList = Symbol.iterator in value
  if (isShort(value)) {
    const text = JSON.stringify(value, null, indent)
    yield margin.length > 1 ? text.replaceAll('\n', margin) : text
    return
  }
  const inner = margin + ' '.repeat(indent)
  const colon = indent > 0 ? ': ' : ':'
  let isFirst = true
  for (const [name, item] of isList ? listed(value as Iterable<unknown>) : Object.entries(value)) {
    yield isFirst ? (isList ? '[' : '{') : ','
    yield name === null ? inner : `${inner}${JSON.stringify(name)}${colon}`
    yield* partsOf(item, indent, inner)
    isFirst = false
  }
  const [empty, closing] = isList ? ['[]', ']'] : ['{}', '}']
  yield isFirst ? empty : margin + closing
}

function* listed(list: Iterable<unknown>): Generator<[null, unknown], void> {
  for (const item of list) yield [null, item]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Whether it is little, and nothing in it is made while it is read. */
function isShort(value: object): boolean {
  if (Symbol.iterator in value) return Array.isArray(value) && value.length <= SHORT_LENGTH
  for (const item of Object.values(value))
    if (isObject(item) && !(Array.isArray(item) && isShort(item))) return false
  return true
}
