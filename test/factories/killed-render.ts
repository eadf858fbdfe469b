import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaReport, ProgressReport } from '../../src/cms/admin/media/progress/report'
import type { Media, Rendition } from '../../src/cms/payload-types'
import type { TestSite } from './server'
import { firstAdministrator, signIn } from './staff'
import { until } from './until'

/** A site with a wall that plays one film; each round uploads another film and kills the server while it is being rendered. */
export type RenderStand = {
  /**
   * SIGKILL once a share (0 to 1) of the work on a new film is done, then a start anew.
   * @throws where what was acknowledged is lost, the renditions do not come, or anything is left over
   */
  killAt(share: number): Promise<void>
  /** Ends the server in order. */
  stop(): Promise<void>
}

const seconds = 120

/** `film(number)` gives the bytes of a film, of other content for each number. */
export async function renderStand(
  site: TestSite,
  film: (number: number) => Promise<Uint8Array>,
): Promise<RenderStand> {
  let server = await site.start()
  let staff = await firstAdministrator(server.url)
  let uploaded = 0
  const { body } = await staff.get<{ docs: { id: string }[] }>(
    '/api/display-profiles?where[preset][equals]=led-384x256',
  )
  const profile = body.docs[0]?.id
  const { id: display } = await staff.create('displays', {
    name: '路口小屏',
    channel: 'led',
    timezone: 'Asia/Shanghai',
    profile,
  })
  return {
    async killAt(share) {
      const media = await put()
      await until(
        () => reportOf(media),
        (report) => shareDone(report) >= share,
        { seconds, everyMs: 10 },
      )
      await server.kill()
      await startAgain()
      await finished(media)
      await nothingLeftOver()
    },
    stop: async () => void (await server.stop()),
  }

  async function startAgain() {
    server = await site.start()
    staff = await signIn(server.url)
  }

  /** Acknowledged: from here on it may not be lost. */
  async function put(): Promise<string> {
    const bytes = await film(++uploaded)
    const { status, body } = await staff.upload(new Blob([Uint8Array.from(bytes)]), `短片${uploaded}.mp4`)
    if (status !== 201) throw new Error(`not uploaded: ${status} ${JSON.stringify(body)}`)
    const { id } = body.doc
    const piece = { title: '短片', kind: 'video', media: id, quotaClass: 'public-service', seconds: 5 }
    const content = await staff.create('contents', { ...piece, reviewStatus: 'approved' })
    const playlist = await staff.create('playlists', { title: '片单', entries: [{ content: content.id }] })
    const targets = { displays: [display] }
    await staff.create('schedules', {
      title: '全天',
      playlist: playlist.id,
      level: 'normal',
      enabled: true,
      targets,
    })
    return id
  }

  /** Ready for any screen, and for the wall exactly. */
  async function finished(media: string) {
    await until(
      () => reportOf(media),
      (report) => {
        const failed = [report, ...(report?.renditions ?? [])].find((part) => part?.state === 'failed')
        if (failed) throw new Error(`failed: ${JSON.stringify(failed.failure)}`)
        return report?.state === 'ready' && report.renditions[0]?.state === 'ready'
      },
      { seconds },
    )
  }

  async function reportOf(media: string) {
    return (await staff.get<ProgressReport>(`/api/media-progress?media=${media}`)).body[media]
  }

  /** No file but those that a document names, no job, and nothing half done. */
  async function nothingLeftOver() {
    const everything = '?limit=1000&depth=0'
    const media = (await staff.get<{ docs: Media[] }>(`/api/media${everything}`)).body.docs
    const renditions = (await staff.get<{ docs: Rendition[] }>(`/api/renditions${everything}`)).body.docs
    const own = media.map(({ sha256, ext }) => ({ sha256, ext }))
    const made = [...media.flatMap((document) => document.renditions ?? []), ...renditions]
    const named = new Set([...own, ...made].map(({ sha256, ext }) => `${sha256}.${ext}`))
    const there = await filesBelow(join(site.folder, 'media'))
    const spare = there.filter((name) => !named.has(name))
    const missing = [...named].filter((name) => !there.includes(name))
    if (spare.length > 0) throw new Error(`left over: ${spare.join(', ')}`)
    if (missing.length > 0) throw new Error(`lost: ${missing.join(', ')}`)
    if (media.length !== uploaded) throw new Error(`${uploaded} uploaded, ${media.length} there`)
    if (renditions.length !== uploaded)
      throw new Error(`${renditions.length} renditions of ${uploaded} films`)
  }
}

/** Half of the work is the file for any screen, half the one for the wall. */
function shareDone(report: MediaReport | undefined): number {
  const parts = [report, report?.renditions[0]]
  const done = parts.map((part) => (part?.state === 'ready' ? 1 : (part?.done ?? 0)))
  return done.reduce((sum, one) => sum + one, 0) / parts.length
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
