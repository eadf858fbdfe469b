import type { Where } from 'payload'

/** What of the library is looked at. Empty texts ask for nothing; `folder` is an id, or `none` for what lies in no folder. */
export type Browse = {
  words: string
  kind: string
  state: string
  tag: string
  folder: string
  order: Order
  page: number
}

export type Order = 'newest' | 'name' | 'largest'

export const nothingAsked: Browse = {
  words: '',
  kind: '',
  state: '',
  tag: '',
  folder: '',
  order: 'newest',
  page: 1,
}

/** Pieces on a page: six rows on a wide screen. */
export const pageSize = 60

export const inNoFolder = 'none'

const sorts: Record<Order, string> = { newest: '-createdAt', name: 'filename', largest: '-filesize' }

/** Other names than those of Payload's own list, which stand in the same address. */
const names = { words: 'q', kind: 'kind', state: 'state', tag: 'tag', folder: 'folder' } as const
const texts = Object.keys(names) as (keyof typeof names)[]

/** Reads what a page's address asks for; what it does not name, or names wrongly, is as in `nothingAsked`. */
export function browseOf(address: URLSearchParams): Browse {
  const found = Object.fromEntries(texts.map((text) => [text, address.get(names[text]) ?? '']))
  const order = address.get('order') ?? ''
  const page = Number(address.get('p') ?? 1)
  return {
    ...nothingAsked,
    ...found,
    ...(Object.hasOwn(sorts, order) && { order: order as Order }),
    ...(Number.isInteger(page) && page > 0 && { page }),
  }
}

/** The address's query with what is looked at put in; what else it holds stays. */
export function withBrowse(address: URLSearchParams, browse: Browse): URLSearchParams {
  const result = new URLSearchParams(address)
  const set = (name: string, value: string, usual: string) => {
    if (value === usual) result.delete(name)
    else result.set(name, value)
  }
  for (const text of texts) set(names[text], browse[text], '')
  set('order', browse.order, 'newest')
  set('p', String(browse.page), '1')
  return result
}

/** Every word must be in the name, the description or a tag. */
export function whereOf({ words, kind, state, tag, folder }: Browse): Where {
  const and: Where[] = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ or: ['filename', 'alt', 'tags'].map((field) => ({ [field]: { like: word } })) }))
  if (kind) and.push({ kind: { equals: kind } })
  if (state) and.push({ state: { equals: state } })
  if (tag) and.push({ tags: { equals: tag } })
  if (folder) and.push({ folder: folder === inNoFolder ? { exists: false } : { equals: folder } })
  return { and }
}

export function sortOf({ order }: Browse): string {
  return sorts[order]
}
