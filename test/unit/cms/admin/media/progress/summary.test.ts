import { expect, it } from 'vitest'
import type { MediaReport, RenditionReport } from '../../../../../../src/cms/admin/media/progress/report'
import { contentSummary, shortSummary, summary } from '../../../../../../src/cms/admin/media/progress/summary'

const rendition = (state: RenditionReport['state']): RenditionReport => ({
  ...{ id: state, label: '384×256', screens: [], done: 0, position: null, failure: null },
  ...{ mimeType: null, bytes: null, seconds: null, lufs: null, truePeak: null },
  state,
})
const file = (state: MediaReport['state'], ...of: RenditionReport['state'][]): MediaReport => ({
  ...{ done: 0, position: null, failure: null },
  state,
  renditions: of.map(rendition),
})

it.each<[MediaReport, RegExp, string | null]>([
  [file('waiting'), /等待处理/, null],
  [file('processing'), /正在处理/, null],
  [file('failed', 'ready'), /无法播出/, null],
  [file('ready'), /还没有终端排播/, null],
  [file('ready', 'ready', 'waiting', 'processing'), /1\/3/, '屏幕版本 1/3'],
  [file('ready', 'ready', 'failed'), /1 个屏幕版本生成失败/, '1 个屏幕版本失败'],
  [file('ready', 'ready', 'ready'), /均已生成/, null],
])('says where a file stands (%#)', (report, words, short) => {
  expect(summary(report).zh).toMatch(words)
  expect(shortSummary(report)?.text.zh ?? null).toBe(short)
})

it.each<[MediaReport, RegExp | null, RegExp | null]>([
  [file('ready'), null, null],
  [file('ready', 'ready', 'ready'), null, null],
  [file('ready', 'ready', 'waiting'), /1\/2，完成后即可播出/, /1\/2，完成前先播通用版本/],
  [file('ready', 'processing', 'failed'), /1 个.*暂时播不了/, /1 个.*播通用版本/],
])('says on the page of a content what its screens still lack (%#)', (report, ofText, ofFile) => {
  const words = (isText: boolean) => contentSummary(report, { isText })?.zh ?? null
  expect(words(true)).toEqual(ofText && expect.stringMatching(ofText))
  expect(words(false)).toEqual(ofFile && expect.stringMatching(ofFile))
})
