/** A client of the tus protocol, one request at a time, for tests that must see each answer. */
export type TusClient = {
  create(
    bytes: number,
    metadata?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** Sends bytes at an offset; a `signal` cuts the connection. */
  patch(location: string, offset: number, bytes: Uint8Array, signal?: AbortSignal): Promise<Response>
  head(location: string): Promise<Response>
  send(method: string, location: string, headers?: Record<string, string>): Promise<Response>
}

export function tusClient(url: string, who: Record<string, string>, language = 'zh'): TusClient {
  const common = { ...who, 'Accept-Language': language, 'Tus-Resumable': '1.0.0' }
  const send: TusClient['send'] = (method, location, headers = {}) =>
    fetch(`${url}${location}`, { method, headers: { ...common, ...headers } })
  return {
    send,
    create: (bytes, metadata = {}, headers = {}) =>
      send('POST', '/api/uploads', {
        'Upload-Length': String(bytes),
        ...(Object.keys(metadata).length > 0 && { 'Upload-Metadata': encode(metadata) }),
        ...headers,
      }),
    patch: (location, offset, bytes, signal) =>
      fetch(`${url}${location}`, {
        method: 'PATCH',
        headers: {
          ...common,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(offset),
        },
        body: Buffer.from(bytes),
        ...(signal && { signal }),
      }),
    head: (location) => send('HEAD', location),
  }
}

function encode(metadata: Record<string, string>) {
  return Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')
}
