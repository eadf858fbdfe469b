import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

export type Doc = { id: string; [field: string]: unknown }

/** Payload's REST API as one member of staff uses it. */
export type Rest = {
  find(collection: string, field: string, value: string): Promise<Doc | null>
  create(collection: string, data: object): Promise<Doc>
  update(collection: string, id: string, data: object): Promise<Doc>
  upload(path: string, data: object): Promise<Doc>
}

/** Signs in. Every refusal of the server is thrown with its words. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<Rest> {
  const { token } = await call('/api/users/login', json('POST', account), '')
  return {
    async find(collection, field, value) {
      const query = new URLSearchParams({ [`where[${field}][equals]`]: value, limit: '1', depth: '0' })
      const { docs } = await call(`/api/${collection}?${query}`, {}, token)
      return docs[0] ?? null
    },
    async create(collection, data) {
      return (await call(`/api/${collection}?depth=0`, json('POST', data), token)).doc
    },
    async update(collection, id, data) {
      return (await call(`/api/${collection}/${id}?depth=0`, json('PATCH', data), token)).doc
    },
    async upload(path, data) {
      const form = new FormData()
      form.set('file', new File([await readFile(path)], basename(path)))
      form.set('_payload', JSON.stringify(data))
      return (await call('/api/media?depth=0', { method: 'POST', body: form }, token)).doc
    },
  }

  async function call(path: string, init: RequestInit, token: string) {
    const headers = { ...init.headers, ...(token && { Authorization: `JWT ${token}` }) }
    const response = await fetch(new URL(path, url), { ...init, headers })
    const body = await response.json()
    if (!response.ok)
      throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${JSON.stringify(body)}`)
    return body
  }
}

function json(method: string, data: object): RequestInit {
  return { method, body: JSON.stringify(data), headers: { 'Content-Type': 'application/json' } }
}
