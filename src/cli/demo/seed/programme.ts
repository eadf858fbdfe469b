import { mkdir, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Asset, assets } from '../assets'
import { accounts, campaign, contents, type DemoContent, displays, playlists, schedules } from '../campaign'
import { type Doc, type Rest, signIn } from './rest'

export type SeedOptions = {
  url: string
  /** A folder for files in the making; gone afterwards. */
  workDir: string
  ffmpeg: string
  /** Told of each step as it begins. */
  report: (step: string) => void
}

const POLL_MS = 200

/**
 * Makes the campaign by the API that the admin uses: an editor uploads, writes and schedules, an administrator approves.
 * What is there already by its name is left as it is, so that a seed that was cut short goes on where it stopped.
 */
export async function seedProgramme({ url, workDir, ffmpeg, report }: SeedOptions): Promise<void> {
  const editor = await signIn(url, accounts.editor)
  const chief = await signIn(url, accounts.administrator)
  await rm(workDir, { recursive: true, force: true })
  await mkdir(workDir, { recursive: true })

  const media = await uploadAssets(editor, { dir: workDir, ffmpeg }, report)
  await rm(workDir, { recursive: true, force: true })
  report('转码 Rendering …')
  await rendered(editor, media)

  const campaignId = (await ensure(editor, 'campaigns', 'title', campaign)).id
  report('送审、批准 Writing and approving …')
  const pieces = await writeContents(editor, chief, media, campaignId)
  report('排播 Scheduling …')
  await arrange(editor, chief, pieces, campaignId)
}

async function uploadAssets(
  editor: Rest,
  place: { dir: string; ffmpeg: string },
  report: SeedOptions['report'],
) {
  const media: Record<string, Doc> = {}
  const all = Object.entries<Asset>(assets)
  for (const [index, [name, asset]] of all.entries()) {
    report(`${String(index + 1).padStart(2)}/${all.length} 制作 Making  ${asset.alt}`)
    const existing = await editor.find('media', 'filename', asset.filename)
    media[name] = existing ?? (await editor.upload(await asset.make(place), { alt: asset.alt }))
  }
  return media
}

/** Waits until every file has its renditions. */
async function rendered(editor: Rest, media: Record<string, Doc>) {
  for (const { id, filename } of Object.values(media)) {
    for (;;) {
      const doc = await editor.find('media', 'id', id)
      if (doc?.state === 'ready') break
      if (doc?.state !== 'processing') throw new Error(`${filename}: ${JSON.stringify(doc?.failure)}`)
      await sleep(POLL_MS)
    }
  }
}

async function writeContents(editor: Rest, chief: Rest, media: Record<string, Doc>, campaignId: string) {
  const pieces: Record<string, string> = {}
  for (const [name, content] of Object.entries<DemoContent>(contents)) {
    const files = { media: media[content.media ?? '']?.id, cover: media[content.cover ?? '']?.id }
    const data = { ...content, ...files, tags: ['疫情防控'], campaign: campaignId }
    const { id, reviewStatus } = await ensurePiece(editor, data)
    if (reviewStatus !== 'approved') await chief.update('contents', id, { reviewStatus: 'approved' })
    pieces[name] = id
  }
  return pieces
}

/** Two pieces may share a title (a poster and a song do): the media or the text tells them apart. */
async function ensurePiece(editor: Rest, data: DemoContent & { media: string | undefined }) {
  const existing = data.media
    ? await editor.find('contents', 'media', data.media)
    : await editor.find('contents', 'title', data.title)
  return existing ?? editor.create('contents', data)
}

/** Playlists, the displays' filler, and the schedules: last, so that screens change once, to a whole programme. */
async function arrange(editor: Rest, chief: Rest, pieces: Record<string, string>, campaignId: string) {
  const lists: Record<string, string> = {}
  for (const [name, { title, entries }] of Object.entries(playlists)) {
    const data = {
      title,
      entries: entries.map((entry) => ({ content: pieces[entry] })),
      campaign: campaignId,
    }
    lists[name] = (await ensure(editor, 'playlists', 'title', data)).id
  }
  const screens: Record<string, string> = {}
  for (const [key, { name }] of Object.entries(displays)) {
    const display = await chief.find('displays', 'name', name)
    if (!display) continue
    screens[key] = display.id
    if (!display.filler) await chief.update('displays', display.id, { filler: lists.filler })
  }
  for (const { display, playlist, ...schedule } of schedules) {
    const targets = display ? { displays: [screens[display]] } : { all: true }
    await ensure(editor, 'schedules', 'title', {
      level: 'normal',
      ...schedule,
      targets,
      playlist: lists[playlist],
      campaign: campaignId,
    })
  }
}

async function ensure<T extends Record<string, unknown>>(
  rest: Rest,
  collection: string,
  field: keyof T & string,
  data: T,
) {
  return (await rest.find(collection, field, String(data[field]))) ?? rest.create(collection, data)
}
