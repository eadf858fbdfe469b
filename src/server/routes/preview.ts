import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Request, Router } from 'express'
import { z } from 'zod'
import { sendStored, storedFile } from '../../device/media'
import { Problem, parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import type { Storage } from '../../media/storage'
import { preview, previewable } from '../../publish/preview'
import type { Snapshot } from '../../publish/snapshot'
import { playerPagePolicy } from './player'

export type PreviewOptions = {
  snapshot: () => Snapshot
  userOf: (request: Request) => Promise<StaffUser | null>
  storage: Storage
  playerDir: string
  now: () => number
}

const asked = z.object({
  collection: z.enum(previewable),
  id: z.string().min(1).max(64),
  profile: z.string().max(64).optional(),
  openedAt: z.coerce.number().int().optional(),
})
const unsavedBody = z.object({ data: z.record(z.string(), z.unknown()) })

/** What staff see before it is on air, below /api/preview: the very player page, fed with drafts. */
export function previewRouter({ snapshot, userOf, storage, playerDir, now }: PreviewOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))

  router.get('/player', (request, response) => {
    const query = parseOr(asked, request.query, 'query-invalid')
    const parameters = new URLSearchParams({
      collection: query.collection,
      id: query.id,
      openedAt: String(query.openedAt ?? now()),
      ...(query.profile ? { profile: query.profile } : {}),
    })
    const source = `/api/preview/manifest?${parameters}`.replaceAll('&', '&amp;')
    const page = readFileSync(join(playerDir, 'index.html'), 'utf8')
    response
      .set({ ...playerPagePolicy(), 'Cache-Control': 'no-store' })
      .type('html')
      .send(page.replace('<html ', `<html data-preview="${source}" `))
  })

  const answer = (request: Request, unsaved?: Record<string, unknown>) => {
    const query = parseOr(asked, request.query, 'query-invalid')
    const result = preview(snapshot(), {
      collection: query.collection,
      id: query.id,
      profile: query.profile ?? null,
      openedAt: query.openedAt ?? now(),
      unsaved,
    })
    if (result.ok) return result.manifest
    if ('unknown' in result) throw new Problem('document-unknown')
    const errors = result.faults.map(({ pointer, message }) => ({ pointer, detail: message }))
    throw new Problem('body-invalid', { errors })
  }

  router.get('/manifest', (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Server-Time': String(now()) }).json(answer(request))
  })
  router.post('/manifest', express.json({ limit: '2mb' }), (request, response) => {
    const { data } = parseOr(unsavedBody, request.body, 'body-invalid')
    response.set({ 'Cache-Control': 'no-store', 'Server-Time': String(now()) }).json(answer(request, data))
  })

  router.get('/media/:file', async (request, response) => {
    const file = storedFile(String(request.params.file))
    response.set('Cache-Control', 'private, max-age=3600')
    await sendStored(response, storage, file)
  })
  return router
}
