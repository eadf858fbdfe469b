/** A member of staff who talks to the REST API. */
export type Staff = {
  headers: Record<string, string>
  get<T = Document>(path: string): Promise<Answer<T>>
  create<T = Document>(collection: string, data: object): Promise<T>
  update<T = Document>(collection: string, id: string, data: object): Promise<T>
  /** Sends JSON and answers whatever came back. */
  send<T = unknown>(method: string, path: string, data?: unknown): Promise<Answer<T>>
  upload<T = Document>(file: Blob, name: string, data?: object): Promise<Answer<{ doc: T }>>
}

type Document = { id: string } & Record<string, unknown>
export type Answer<T> = { status: number; body: T; headers: Headers }

export const administrator = { email: 'admin@example.org', password: 'correct horse battery 9' }

/** Makes the first user, who is an administrator, and signs them in. */
export async function firstAdministrator(url: string): Promise<Staff> {
  await call(`${url}/api/users/first-register`, 'POST', { name: '管理员', ...administrator })
  return signIn(url, administrator)
}

/** Signs a member of staff in; the first administrator, where nothing else is said. */
export async function signIn(url: string, credentials = administrator): Promise<Staff> {
  const { status, body } = await call<{ token?: string }>(`${url}/api/users/login`, 'POST', credentials)
  if (!body.token) throw new Error(`could not sign in: ${status} ${JSON.stringify(body)}`)
  const headers = { Authorization: `JWT ${body.token}` }
  const send: Staff['send'] = (method, path, data) => call(`${url}${path}`, method, data, headers)
  const expectDocument = async (answer: Promise<Answer<{ doc?: unknown }>>) => {
    const { status: given, body: found } = await answer
    if (!found.doc) throw new Error(`refused: ${given} ${JSON.stringify(found)}`)
    return found.doc
  }
  return {
    headers,
    send,
    get: (path) => send('GET', path),
    create: (collection, data) => expectDocument(send('POST', `/api/${collection}`, data)) as never,
    update: (collection, id, data) =>
      expectDocument(send('PATCH', `/api/${collection}/${id}`, data)) as never,
    async upload(file, name, data = {}) {
      const form = new FormData()
      form.append('file', file, name)
      form.append('_payload', JSON.stringify(data))
      const response = await fetch(`${url}/api/media`, { method: 'POST', headers, body: form })
      return { status: response.status, body: await json(response), headers: response.headers }
    },
  }
}

async function call<T>(
  url: string,
  method: string,
  data?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(data === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
  })
  return { status: response.status, body: await json(response), headers: response.headers }
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? null : JSON.parse(text)) as T
}
