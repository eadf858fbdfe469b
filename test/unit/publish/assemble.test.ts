import { describe, expect, it } from 'vitest'
import type { Content, DisplayProfile, Media } from '../../../src/cms/payload-types'
import { approvedContents, approvedFiles } from '../../../src/publish/approved'
import { assemble } from '../../../src/publish/assemble'
import { derivationsOf } from '../../../src/publish/derivations'
import type { ExactRendition } from '../../../src/publish/snapshot'
import { aContent, aFilm, anImage, aProfile, aRendition, aSnapshot, aSong } from '../../factories/documents'

const led = aProfile({ id: 'led' })
const bare = aProfile({ id: 'bare', page: false })
const poster = aContent({ id: 'a', kind: 'poster', media: 'abc' })
const slogan = aContent({ id: 'b', text: '戴口罩' })
const general = String(anImage({ id: 'abc' }).sha256)

/** The rendition that a content needs on a profile's screens, ready if nothing else is said. */
function exactOf(
  content: Content,
  media: Media[],
  profile: DisplayProfile,
  over: Partial<ExactRendition> = {},
) {
  const byId = new Map(media.map((document) => [document.id, document]))
  const { file, cover } = derivationsOf(content, byId, profile)
  const key = String((over.mimeType === 'cover' ? cover : file)?.key)
  return aRendition({ key, ...over })
}

function assembled(
  content: Content,
  profile: DisplayProfile | null,
  media: Media[],
  made: ExactRendition[] = [],
) {
  const { renditions, ...snapshot } = aSnapshot({ media, renditions: made })
  return assemble(
    content,
    { media: snapshot.media, renditions, url: ({ sha256, ext }) => `/media/${sha256}.${ext}` },
    profile,
  )
}

describe('what screens are told of a content', () => {
  const media = [anImage({ id: 'abc' })]
  const exact = exactOf(poster, media, led)

  it.each<[string, DisplayProfile | null, ExactRendition[], string]>([
    ['the file made for them, once it is ready', led, [exact], String(exact.sha256)],
    ['until then the one for all screens', led, [{ ...exact, state: 'processing' }], general],
    ['where it failed, too', led, [{ ...exact, state: 'failed' }], general],
    ['not one made for other screens', aProfile({ id: 'tv', width: 1920, height: 1080 }), [exact], general],
    ['of no profile, the one for all screens', null, [exact], general],
  ])('is %s', (_, profile, made, sha256) => {
    const found = assembled(poster, profile, media, made)
    expect(found?.content).toMatchObject({ kind: 'image', file: sha256 })
    expect(found?.files.map(([hash]) => hash)).toEqual([sha256])
  })

  it('is not one made of another choice: the editor now wants it to fill the screen', () => {
    const filling = { ...poster, fit: 'cover' as const }
    expect(assembled(filling, led, media, [exact])?.content.file).toBe(general)
  })

  it('is what it was while its file is processed anew, or was so in vain', () => {
    for (const state of ['processing', 'failed'] as const)
      expect(assembled(poster, led, [anImage({ id: 'abc', state })], [exact])?.content.file).toBe(
        exact.sha256,
      )
  })

  it('is a text, or for screens without the page its picture; nothing until that is there', () => {
    expect(assembled(slogan, led, [])?.content).toMatchObject({ kind: 'text', text: { body: '戴口罩' } })
    expect(assembled(slogan, bare, [])).toBeNull()
    const picture = exactOf(slogan, [], bare)
    expect(assembled(slogan, bare, [], [picture])?.content).toMatchObject({
      kind: 'image',
      file: picture.sha256,
    })
  })

  it('is nothing of a web page for screens that run none', () => {
    const web = aContent({ id: 'w', kind: 'web', url: 'https://example.org' })
    expect(assembled(web, led, [])?.content.url).toBe('https://example.org')
    expect(assembled(web, bare, [])).toBeNull()
  })

  it('is a song with its cover, or with its card for screens without the page', () => {
    const song = aContent({ id: 's', kind: 'song', media: 'aaa', cover: 'abc' })
    const files = [aSong({ id: 'aaa' }), ...media]
    expect(assembled(song, led, files)?.content.cover).toBe(general)
    const byId = new Map(files.map((document) => [document.id, document]))
    const card = aRendition({ key: String(derivationsOf(song, byId, bare).cover?.key) })
    expect(assembled(song, bare, files, [card])?.content.cover).toBe(card.sha256)
  })
})

describe('a film without its black ends', () => {
  const analysis = {
    ...{ lufs: -20, lra: 5, truePeak: -2, threshold: -30 },
    ...{ blackHead: 1, blackTail: 2, silentHead: 0, silentTail: 0, silent: false },
  }
  const dark = aFilm({ id: 'f' })
  const media = [{ ...dark, facts: { ...(dark.facts as object), analysis } }]
  const film = aContent({ id: 'c', kind: 'video', media: 'f', trimBlack: true, seconds: 12 })
  const cut = exactOf(film, media, led, { seconds: 9 })

  it.each<[string, Content, ExactRendition[], number]>([
    ['as long as what is left of it', film, [cut], 9],
    ['as long as its file until that is made', film, [], 12],
    ['as long as the editor says', { ...film, seconds: 5 }, [cut], 5],
  ])('is shown %s', (_, content, made, seconds) => {
    expect(assembled(content, led, media, made)?.seconds).toBe(seconds)
  })
})

describe('the files that may be served', () => {
  const media = [anImage({ id: 'abc' })]
  const draft = aContent({ ...poster, id: 'd', fit: 'cover', reviewStatus: 'draft' })
  const [own, its] = [exactOf(poster, media, led), exactOf(draft, media, led)]
  const filesOf = (contents: Content[], made: ExactRendition[]) => {
    const snapshot = aSnapshot({ media, contents, renditions: made, profiles: [led, bare] })
    return [...approvedFiles(approvedContents(snapshot), snapshot)].sort()
  }

  it('are those of approved contents, for all screens and for each shape', () => {
    expect(filesOf([poster], [own])).toEqual([`${general}.jpg`, `${own.sha256}.webp`].sort())
  })

  it('are never those made of the same original for a content that is not approved', () => {
    expect(own.key).not.toBe(its.key)
    expect(filesOf([poster, draft], [own, its])).toEqual([`${general}.jpg`, `${own.sha256}.webp`].sort())
    expect(filesOf([draft], [its])).toEqual([])
  })

  it('are none that are not ready', () => {
    expect(filesOf([poster], [{ ...own, state: 'processing' }])).toEqual([`${general}.jpg`])
  })

  it('are the pictures of approved texts, too', () => {
    const picture = exactOf(slogan, media, bare)
    expect(filesOf([slogan], [picture])).toEqual([`${picture.sha256}.webp`])
    expect(filesOf([{ ...slogan, reviewStatus: 'in-review' }], [picture])).toEqual([])
  })
})
