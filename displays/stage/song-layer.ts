import { songCard } from '../../src/typeset/song-card'
import { words } from '../words'
import { element, textElement } from './element'
import { fontStack, loadFonts } from './fonts'
import { decodeImage } from './image-layer'
import type { ContentOf, Layer, LayerContext, OpenFile } from './layer'
import { canvasMeasure } from './measure'
import { syncMedia } from './media-sync'

const PROGRESS_MS = 250

/** A song: its cover, its title, how far it is, and its sound. */
export function songLayer(content: ContentOf<'audio'>, context: LayerContext, position: number): Layer {
  const { wide, side, room } = laid()
  const root = element('div', `layer song ${wide ? 'wide' : 'tall'}`)
  root.style.fontSize = `${side / 10}px`
  root.style.fontFamily = fontStack
  const backdrop = element('img', 'song-backdrop', root)
  const card = element('div', 'song-card', root)
  const frame = element('div', 'song-cover', card)
  frame.style.width = frame.style.height = `${side}px`
  const facts = element('div', 'song-facts', card)
  textElement('div', 'song-kind', words.song, facts)
  const title = element('div', 'song-title', facts)
  const bar = element('div', 'song-progress', facts)
  const done = element('div', 'song-done', bar)
  const audio = element('audio', '', root)
  const sync = syncMedia(audio, content.volume, context)
  const files: OpenFile[] = []
  let stopped = false
  let drawnAt = 0

  function laid() {
    return songCard({ title: content.label, ...context.size, measure: canvasMeasure(700) })
  }

  async function open(sha256: string): Promise<string> {
    const file = await context.open(sha256)
    if (stopped) file.close()
    else files.push(file)
    return file.url
  }

  async function load(): Promise<void> {
    if (content.cover) {
      const url = await open(content.cover)
      const cover = element('img', 'fill', frame)
      cover.style.objectFit = 'cover'
      await Promise.all([decodeImage(cover, url), decodeImage(backdrop, url)])
    } else textElement('div', 'song-note', '♪', frame)
    await setTitle()
    await sync.prepare(await open(content.file || ''), position)
  }

  async function setTitle(): Promise<void> {
    title.textContent = content.label
    await loadFonts(context.env, root)
    const fit = laid().title
    title.style.fontSize = `${fit.size}px`
    title.textContent = ''
    for (const line of fit.lines) textElement('div', '', line, title)
    facts.style.width = `${room}px`
  }

  function showProgress() {
    const share = audio.duration ? Math.min(1, audio.currentTime / audio.duration) : 0
    done.style.transform = `scaleX(${share})`
  }

  return {
    element: root,
    ready: load(),
    start: sync.start,
    frame(at) {
      sync.frame(at)
      const now = context.env.monotonic()
      if (now - drawnAt < PROGRESS_MS) return
      drawnAt = now
      showProgress()
    },
    mute: sync.mute,
    stop() {
      stopped = true
      sync.stop()
      for (const file of files) file.close()
    },
  }
}
