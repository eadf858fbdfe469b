import { describe, expect, it } from 'vitest'
import {
  type ContentDraft,
  contentFaults,
  type FilesOfContent,
} from '../../../../../src/cms/collections/contents/faults'

const ready = { state: 'ready' } as const
const files = {
  image: { ...ready, kind: 'image' },
  video: { ...ready, kind: 'video' },
  audio: { ...ready, kind: 'audio' },
  handbook: { ...ready, kind: 'document', pages: 12 },
} satisfies Record<string, FilesOfContent['media']>

function codes(content: ContentDraft, media: keyof typeof files) {
  return contentFaults({ media: 'm', ...content }, { media: files[media], cover: null }).map(
    ({ path, code }) => `${path} ${code}`,
  )
}

describe('contentFaults', () => {
  it.each([
    ['poster', 'image', []],
    ['poster', 'handbook', []],
    ['poster', 'video', ['media media-kind-mismatch']],
    ['video', 'video', []],
    ['video', 'handbook', ['media media-kind-mismatch']],
    ['song', 'audio', []],
    ['song', 'image', ['media media-kind-mismatch']],
  ] as const)('a %s of a file that is %s', (kind, media, expected) => {
    expect(codes({ kind }, media)).toEqual(expected)
  })

  it.each([
    [1, []],
    [12, []],
    [13, ['page page-beyond-end']],
    [1.5, ['page not-whole']],
    [null, []],
  ])('page %s of twelve', (page, expected) => {
    expect(codes({ kind: 'poster', page }, 'handbook')).toEqual(expected)
  })

  it('minds no page of a picture', () => {
    expect(codes({ kind: 'poster', page: 13 }, 'image')).toEqual([])
  })

  it('names both kinds that a poster takes', () => {
    const [fault] = contentFaults({ kind: 'poster', media: 'm' }, { media: files.audio, cover: null })
    expect(fault?.values?.wanted).toEqual({ zh: '图片或 PDF 文档', en: 'an image or a PDF' })
  })
})
