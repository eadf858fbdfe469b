import { describe, expect, it } from 'vitest'
import { type PreviewRequest, preview } from '../../../src/publish/preview'
import {
  aContent,
  aDisplay,
  aMedia,
  aPlaylist,
  aProfile,
  aSchedule,
  aSnapshot,
} from '../../factories/documents'

const openedAt = Date.parse('2026-10-01T04:00:00Z')
const snapshot = aSnapshot({
  media: [aMedia({ id: 'a' })],
  contents: [
    aContent({ id: 'draft', reviewStatus: 'draft', title: '草稿' }),
    aContent({ id: 'poster', kind: 'poster', media: 'a', reviewStatus: 'in-review', campaign: 'campaign' }),
    aContent({ id: 'rejected', reviewStatus: 'rejected' }),
  ],
  playlists: [aPlaylist('p', ['draft', 'poster']), aPlaylist('q', ['draft'], { campaign: 'campaign' })],
  schedules: [aSchedule({ id: 's', playlist: 'p', dayparts: [{ from: '12:00', to: '13:00' }] })],
  displays: [aDisplay({ id: 'd', profile: 'portrait' })],
  profiles: [
    aProfile({ id: 'led' }),
    aProfile({ id: 'portrait', width: 1080, height: 1920 }),
    aProfile({ id: 'tv', width: 1920, height: 1080, preset: 'tv-1920x1080' }),
  ],
})

function shown(over: Partial<PreviewRequest>) {
  const result = preview(snapshot, { collection: 'playlists', id: 'p', profile: null, openedAt, ...over })
  if (!result.ok) return result
  const { manifest } = result
  const segment = manifest.segments.find(({ from, to }) => from <= openedAt && openedAt < to)
  const loop = segment?.loop ? manifest.loops[segment.loop] : []
  return { manifest, level: segment?.level, loop: loop?.map(([content, ms]) => [content, ms]) }
}

describe('preview', () => {
  it('shows drafts of a playlist from its first entry, on the profile that is asked for', () => {
    expect(shown({ profile: 'led' })).toMatchObject({
      level: 'normal',
      loop: [
        ['draft', 10_000],
        ['poster', 10_000],
      ],
      manifest: { screen: { width: 384, height: 256 }, segments: [{ anchor: openedAt }] },
    })
  })

  it('shows a content alone, on a television unless told otherwise', () => {
    expect(shown({ collection: 'contents', id: 'draft' })).toMatchObject({
      loop: [['draft', 10_000]],
      manifest: { screen: { width: 1920, height: 1080 } },
    })
  })

  it('shows every piece of a campaign once', () => {
    expect(shown({ collection: 'campaigns', id: 'campaign' })).toMatchObject({
      loop: [
        ['draft', 10_000],
        ['poster', 10_000],
      ],
    })
  })

  it('shows what a display would play at that moment, drafts included, what was rejected left out', () => {
    expect(shown({ collection: 'displays', id: 'd' })).toMatchObject({
      level: 'normal',
      loop: [
        ['draft', 10_000],
        ['poster', 10_000],
      ],
      manifest: { screen: { width: 1080, height: 1920 } },
    })
  })

  it('shows values that are not saved', () => {
    const unsaved = { entries: [{ content: 'poster', seconds: 3 }] }
    expect(shown({ unsaved })).toMatchObject({ loop: [['poster', 3000]] })
    expect(
      shown({ collection: 'contents', id: 'draft', unsaved: { text: '新口号', kind: 'slogan' } }),
    ).toMatchObject({
      manifest: { contents: { draft: { text: { body: '新口号' } } } },
    })
    expect(
      shown({ collection: 'contents', id: 'new', unsaved: { title: '新', kind: 'slogan', text: '新' } }),
    ).toMatchObject({
      loop: [['new', 10_000]],
    })
  })

  it('addresses files where a staff session is needed', () => {
    const result = shown({})
    const urls = 'manifest' in result ? Object.values(result.manifest.files).map(({ url }) => url) : []
    expect(urls).toEqual([expect.stringMatching(/^\/api\/preview\/media\/[0-9a-f]{64}\.jpg$/)])
  })

  it('stands by where there is nothing to show', () => {
    expect(shown({ unsaved: { entries: [] } })).toMatchObject({ level: 'standby', loop: [] })
    // As the edit form says it.
    expect(shown({ unsaved: { entries: 0 } })).toMatchObject({ level: 'standby', loop: [] })
  })

  it.each([
    ['a document that is not there', { id: 'gone' }],
    ['a profile that is not there', { profile: 'gone' }],
  ])('knows %s', (_what, over) => {
    expect(shown(over)).toEqual({ ok: false, unknown: true })
  })

  it('says which unsaved value makes no manifest', () => {
    const style = { color: 'red' } as never
    expect(shown({ collection: 'contents', id: 'draft', unsaved: { style } })).toMatchObject({
      ok: false,
      faults: [{ pointer: '/contents/draft/text/color' }],
    })
  })
})
