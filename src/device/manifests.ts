import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InstallationKey } from '../publish/installation-key'
import { offManifests } from '../publish/off-manifest'
import type { Published, Publisher } from '../publish/publisher'
import type { RevisionBook } from '../publish/revisions'
import type { BearerCache } from './tokens'

export type ManifestDesk = ReturnType<typeof manifestDesk>

type Signed = { sha256: string; jws: string }

export type ManifestDeskOptions = {
  publisher: Publisher
  revisions: RevisionBook
  key: InstallationKey
  now: () => number
  /** Displays that are no more: their players are told to go dark. */
  removed: ReadonlySet<string>
}

/** The manifest of each display with its signature, which is made at the first poll after a change and kept. */
export function manifestDesk({ publisher, revisions, key, now, removed }: ManifestDeskOptions) {
  const off = offManifests()
  const signatures = new Map<string, Signed>()
  return {
    current(display: string): Published | undefined {
      return publisher.manifestOf(display) ?? (removed.has(display) ? off(now()) : undefined)
    },
    signatureAtHand(display: string, sha256: string): string | null {
      const signed = signatures.get(display)
      return signed?.sha256 === sha256 ? signed.jws : null
    },
    async signature(display: string, sha256: string): Promise<string> {
      const issuedAt = now()
      const { revision } = await revisions.of(display, sha256, issuedAt)
      const jws = key.sign({ display, revision, sha256, issuedAt })
      signatures.set(display, { sha256, jws })
      return jws
    },
  }
}

/**
 * Answers a poll before Express where the cache holds all it takes: a display known by its header, and either an unchanged
 * manifest (304) or one signed already (200). Answers false, having done nothing, for every other request.
 */
export function manifestFastPath({
  cache,
  manifests,
  now,
}: {
  cache: BearerCache
  manifests: ManifestDesk
  now: () => number
}) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url !== '/api/device/v1/manifest' || request.method !== 'GET') return false
    const display = cache.displayOf(request.headers.authorization)
    const manifest = display === undefined ? undefined : manifests.current(display)
    if (display === undefined || manifest === undefined) return false
    if (request.headers['if-none-match'] === manifest.etag) {
      response.writeHead(304, { ETag: manifest.etag, 'Server-Time': now() })
      response.end()
      return true
    }
    const jws = manifests.signatureAtHand(display, manifest.sha256)
    if (jws === null || request.headers['if-none-match'] !== undefined) return false
    response.writeHead(200, { ...manifestHeaders(manifest, jws), 'Server-Time': now() })
    response.end(manifest.body)
    return true
  }
}

export function manifestHeaders({ body, etag }: { body: Buffer; etag: string }, jws: string) {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'private, no-cache',
    ETag: etag,
    'Manifest-Signature': jws,
  }
}
