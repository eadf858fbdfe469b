import { readFileSync, writeFileSync } from 'node:fs'
import { aBigVideo } from '../factories/big-video'
import { aSite } from '../factories/server'
import { firstAdministrator } from '../factories/staff'
import { tusClient } from '../factories/tus'
import type { BenchResult } from './main'

const bytes = 2 ** 31
const barMegabytes = 100
/** As the admin sends it. */
const chunkBytes = 8 * 2 ** 20

/** How much memory the built server adds at most while it takes a file of 2 GiB, makes a document of it, and renders it. */
export async function run(): Promise<BenchResult> {
  const site = await aSite()
  try {
    const server = await site.start()
    const staff = await firstAdministrator(server.url)
    const client = tusClient(server.url, staff.headers)
    // The first one loads what later ones find loaded.
    await upload(client, 40 * 2 ** 20, 1)
    const before = memory(server.pid, 'VmRSS')
    // proc(5): sets the peak back to what it is now.
    writeFileSync(`/proc/${server.pid}/clear_refs`, '5')
    const began = performance.now()
    await upload(client, bytes, 2)
    const seconds = (performance.now() - began) / 1000
    const value = Math.round((memory(server.pid, 'VmHWM') - before) * 10) / 10
    process.stdout.write(`2 GiB in ${seconds.toFixed(1)} s, from ${before.toFixed(0)} MB\n`)
    return {
      bench: 'upload',
      value,
      unit: 'MB',
      baseline: null,
      ratio: Math.round((value / barMegabytes) * 1000) / 1000,
      bar: barMegabytes,
      ok: value <= barMegabytes,
    }
  } finally {
    await site.remove()
  }
}

async function upload(client: ReturnType<typeof tusClient>, size: number, seed: number) {
  const film = await aBigVideo({ bytes: size, seed })
  const location = String((await client.create(size, { filename: '大片.mp4' })).headers.get('location'))
  for (let offset = 0; offset < size; ) {
    const end = Math.min(size, offset + chunkBytes)
    const answer = await client.patch(location, offset, film.slice(offset, end))
    if (!answer.ok) throw new Error(`refused at ${offset}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
    offset = end
  }
}

function memory(pid: number, name: 'VmRSS' | 'VmHWM') {
  const found = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(found) / 1024
}
