import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { uploadSpace } from '../../../../src/server/routes/upload-space'

const gib = 2 ** 30
let server: Server

beforeEach(async () => {
  const app = express()
  const space = () => Promise.resolve({ freeBytes: 7 * gib, totalBytes: 100 * gib })
  app.use('/api/uploads', uploadSpace({ space }), (_request, response) => void response.sendStatus(201))
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})
afterEach(() => new Promise((closed) => server.close(closed)))

function send(bytes: number, headers: Record<string, string> = {}, method = 'POST') {
  const { port } = server.address() as AddressInfo
  const told = { 'Upload-Length': String(bytes), ...headers }
  return fetch(`http://127.0.0.1:${port}/api/uploads`, { method, headers: told })
}

it('lets through what there is room for, and what brings nothing', async () => {
  expect((await send(gib)).status).toBe(201)
  expect((await send(9 * gib, {}, 'HEAD')).status).toBe(201)
})

it.each([
  [{ 'Accept-Language': 'en' }, 'The server is short of storage space'],
  [{ 'Accept-Language': 'zh-CN' }, '服务器存储空间不足'],
  [{ 'Accept-Language': 'en', Cookie: 'payload-lng=zh' }, '服务器存储空间不足'],
])('refuses what would fill the disk, in words: %o', async (headers, words) => {
  const answer = await send(3 * gib, headers)
  expect(answer.status).toBe(507)
  const body = await answer.json()
  expect(body).toMatchObject({ code: 'storage-full', errors: [{ data: { code: 'storage-full' } }] })
  expect(body.detail).toContain(words)
  expect(body.errors[0].message).toBe(body.detail)
})
