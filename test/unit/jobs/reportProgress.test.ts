import { expect, it } from 'vitest'
import { mediaProgress, renditionProgress } from '../../../src/jobs/progress'
import { type ProgressInput, reportProgress } from '../../../src/jobs/reportProgress'
import { derivationsOf } from '../../../src/publish/derivations'
import type { Need } from '../../../src/publish/needs'
import { aContent, aMedia, anImage, aProfile, aRendition, aSnapshot } from '../../factories/documents'

const failure = { code: 'media-render-failed', detail: 'Invalid data' }
const snapshot = aSnapshot({
  media: [
    aMedia({ id: 'ready' }),
    aMedia({ id: 'first', state: 'processing', createdAt: '2026-01-01' }),
    aMedia({ id: 'second', state: 'processing', createdAt: '2026-01-02' }),
    aMedia({ id: 'third', state: 'processing', createdAt: '2026-01-03' }),
    aMedia({ id: 'broken', state: 'failed', failure }),
    aMedia({ id: 'done' }),
  ],
  renditions: [
    aRendition({ key: 'made', media: 'ready', width: 384, height: 256, lufs: null }),
    aRendition({ key: 'running', media: 'ready', state: 'processing', width: 640, height: 360 }),
    aRendition({ key: 'turn', media: 'ready', state: 'waiting', width: 960, height: 540 }),
    aRendition({ key: 'lost', media: 'ready', state: 'failed', width: 999, height: 99, failure }),
    aRendition({
      key: 'sound',
      media: 'done',
      mimeType: 'audio/mp4',
      lufs: -24,
      truePeak: -1.5,
      seconds: 60,
    }),
  ],
  profiles: [aProfile({ id: 'led', title: '户外 LED' }), aProfile({ id: 'tv', title: '电视' })],
})
const running = new Map([
  [mediaProgress('first'), 0.25],
  [renditionProgress('running'), 0.5],
])
const need = (key: string, profiles: string[]) => ({ key, profiles }) as Need
const report = (ids: string[] | null) => reportOf(ids && { of: 'media', ids })
const reportOf = (asked: ProgressInput['asked']) =>
  reportProgress({
    asked,
    snapshot,
    needs: [need('made', ['led', 'tv'])],
    waiting: [
      { id: 'running', key: 'running', neededFrom: 1 },
      { id: 'turn', key: 'turn', neededFrom: 2 },
    ],
    book: { of: (name) => running.get(name) },
  })

it('tells how far each is: running, in turn behind all uploads, made, failed with the last words', () => {
  expect(report(['first', 'second', 'third', 'broken'])).toMatchObject({
    first: { state: 'processing', done: 0.25, position: null },
    second: { state: 'waiting', done: 0, position: 1 },
    third: { state: 'waiting', done: 0, position: 2 },
    broken: { state: 'failed', failure },
  })
  expect(report(['ready']).ready?.renditions).toMatchObject([
    { label: '384×256', state: 'ready', done: 1, screens: ['户外 LED', '电视'], bytes: 500 },
    { label: '640×360', state: 'processing', done: 0.5, position: null, screens: [] },
    { label: '960×540', state: 'waiting', done: 0, position: 3 },
    { label: '999×99', state: 'failed', failure },
  ])
})

it('tells the loudness of a sound', () => {
  const [sound] = report(['done']).done?.renditions ?? []
  expect(sound).toMatchObject({ label: 'AAC', lufs: -24, truePeak: -1.5, seconds: 60 })
})

it('tells unasked of all that something is under way for, and of nothing that is not there', () => {
  expect(Object.keys(report(null)).sort()).toEqual(['first', 'ready', 'second', 'third'])
  expect(report(['gone'])).toEqual({})
})

it('tells of the files that screens need of contents: a failed picture of a text, a poster with the state of its file', () => {
  const box = aProfile({ id: 'box', title: '播放盒', page: false })
  const wall = aProfile({ id: 'wall', title: '大屏', width: 1920, height: 360, page: false })
  const text = aContent({ id: 'text' })
  const poster = aContent({ id: 'poster', kind: 'poster', media: 'photo', text: null })
  const photo = anImage({ id: 'photo' })
  const keyOn = (content: typeof text, profile: typeof box) =>
    derivationsOf(content, new Map([['photo', photo]]), profile).file?.key ?? ''
  const lost = keyOn(text, box)
  const told = reportProgress({
    asked: { of: 'contents', ids: ['text', 'same', 'poster', 'gone'] },
    snapshot: aSnapshot({
      contents: [text, aContent({ id: 'same' }), poster],
      media: [photo],
      profiles: [box, wall],
      renditions: [
        aRendition({ key: lost, content: 'text', state: 'failed', width: 384, height: 256, failure }),
        // No screen needs it any more.
        aRendition({ key: keyOn(text, wall), content: 'text', state: 'failed', failure }),
        aRendition({ key: keyOn(poster, box), media: 'photo', state: 'waiting', width: 384, height: 256 }),
      ],
    }),
    needs: [need(lost, ['box']), need(keyOn(poster, box), ['box'])],
    waiting: [{ id: 'p', key: keyOn(poster, box), neededFrom: 1 }],
    book: { of: () => undefined },
  })
  const failed = { state: 'failed', label: '384×256', screens: ['播放盒'], failure }
  expect(told).toMatchObject({
    text: { state: 'ready', renditions: [failed] },
    same: { renditions: [failed] },
    poster: { state: 'ready', renditions: [{ state: 'waiting', position: 1 }] },
  })
  expect(Object.keys(told)).toEqual(['text', 'same', 'poster'])
})
