import { createHash, randomInt } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { aBigVideo, type BigFile } from './big-video'
import type { TestServer, TestSite } from './server'
import type { Staff } from './staff'
import { type TusClient, tusClient } from './tus'
import { until } from './until'

const bytes = 24 * 2 ** 20
const chunkBytes = 4 * 2 ** 20
/** Longer than a piece takes, and than the last one with the making of the document: every stage is hit now and then. */
const longestWaitMs = { piece: 60, last: 500 }

type Media = { id: string; state: string; sha256: string; renditions?: { sha256: string }[] }

/**
 * Kills the server at a random moment of an upload, starts it again, goes on where it says that it was, and looks at what is there.
 * @throws where anything acknowledged was lost, the file is not whole, or anything is left over
 * @returns the server that runs now, and the moment in words
 */
export async function killDuringUpload({
  site,
  server,
  staff,
}: {
  site: TestSite
  server: TestServer
  staff: Staff
}): Promise<{ server: TestServer; moment: string }> {
  const film = await aBigVideo({ bytes, seed: randomInt(2 ** 40) })
  const sha256 = digestOf(film)
  const client = tusClient(server.url, staff.headers)
  const killAt = randomInt(bytes / chunkBytes)
  const isLast = killAt === bytes / chunkBytes - 1
  const waitMs = randomInt(isLast ? longestWaitMs.last : longestWaitMs.piece)
  const moment = `${waitMs} ms into piece ${killAt + 1} of ${bytes / chunkBytes}`
  try {
    const location = String((await client.create(bytes, { filename: '断电.mp4' })).headers.get('location'))
    let acknowledged = 0
    for (let piece = 0; piece < killAt; piece += 1)
      acknowledged = await send(client, location, film, acknowledged)
    const last = send(client, location, film, acknowledged).catch(() => acknowledged)
    await after(waitMs)
    await server.kill()
    acknowledged = await last

    const again = await site.start()
    const head = await client.head(location)
    // Gone is right only where the document was made, and only the answer was lost.
    if (head.status === 200) await goOn(Number(head.headers.get('upload-offset')))
    else expectThat(acknowledged === bytes || (await mediaOf(sha256)) !== null, `HEAD answers ${head.status}`)
    const media = await until(
      () => mediaOf(sha256),
      (found) => found?.state === 'ready',
      { seconds: 60 },
    )
    expectThat(media !== null, 'no document was made')
    await expectNothingElse()
    return { server: again, moment }

    async function goOn(offset: number) {
      expectThat(offset >= acknowledged, `${acknowledged} was acknowledged, ${offset} is there`)
      for (let at = offset; at < bytes; ) at = await send(client, location, film, at)
      const told = await client.send('GET', location)
      expectThat(told.status === 200, `the last answer is ${told.status}`)
      expectThat((await told.json()).doc.sha256 === sha256, 'another file than was sent')
    }
  } catch (error) {
    throw new Error(`killed ${moment}: ${(error as Error).message}`, { cause: error })
  }

  async function mediaOf(digest: string) {
    const path = `/api/media?depth=0&where[sha256][equals]=${digest}`
    const { docs } = (await staff.get<{ docs: Media[] }>(path)).body
    expectThat(docs.length < 2, `${docs.length} documents of one file`)
    return docs[0] ?? null
  }

  /** Every file is an original or a rendition of some document. */
  async function expectNothingElse() {
    const { docs } = (await staff.get<{ docs: Media[] }>('/api/media?depth=0&pagination=false')).body
    const known = new Set(docs.flatMap((doc) => [doc, ...(doc.renditions ?? [])]).map((file) => file.sha256))
    const entries = await readdir(join(site.folder, 'media'), { recursive: true, withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    const others = names.filter((name) => !known.has(name.replace(/\.\w+$/, '')))
    expectThat(others.length === 0, `left over: ${others.join(', ')}`)
  }
}

/** Sends one piece, and answers how far the server says that it is. */
async function send(client: TusClient, location: string, film: BigFile, offset: number): Promise<number> {
  const end = Math.min(bytes, offset + chunkBytes)
  const answer = await client.patch(location, offset, film.slice(offset, end))
  expectThat(answer.ok, `PATCH at ${offset} answers ${answer.status}`)
  await answer.arrayBuffer()
  return Number(answer.headers.get('upload-offset'))
}

function digestOf(film: BigFile) {
  const hash = createHash('sha256')
  for (let at = 0; at < film.bytes; at += chunkBytes)
    hash.update(film.slice(at, Math.min(film.bytes, at + chunkBytes)))
  return hash.digest('hex')
}

function expectThat(isRight: boolean, otherwise: string) {
  if (!isRight) throw new Error(otherwise)
}
