import { type MediaFaultCode, mediaFaults } from '../../../../media/faults'
import type { Text } from '../../../i18n/text'
import { type Failure, isUnderWay, type MediaReport } from './report'

/** In one sentence where a file stands, for its page and for who listens to it. */
export function summary(report: MediaReport): Text {
  const { state, renditions } = report
  if (state === 'failed')
    return { zh: '处理失败，无法播出。', en: 'It could not be processed, and cannot be shown.' }
  if (state === 'waiting') return { zh: '等待处理。', en: 'It waits to be processed.' }
  if (state === 'processing')
    return { zh: '正在处理，完成后即可播出。', en: 'It is being processed, and can be shown then.' }
  const counts = countsOf(report)
  if (renditions.length === 0)
    return {
      zh: '可以播出。还没有终端排播它；排播后会自动为各屏生成合尺寸的版本。',
      en: 'It can be shown. No display plays it yet; once one does, a version of exactly its size is made.',
    }
  if (isUnderWay(report))
    return {
      zh: `可以播出。正在为屏幕生成合尺寸的版本：${counts.ready}/${counts.all}，完成前先播通用版本。`,
      en: `It can be shown. Versions for screens: ${counts.ready} of ${counts.all} made; until then screens get the general one.`,
    }
  if (counts.failed > 0)
    return {
      zh: `可以播出。有 ${counts.failed} 个屏幕版本生成失败，这些屏幕播通用版本。`,
      en: `It can be shown. ${counts.failed} of its versions could not be made; those screens get the general one.`,
    }
  return { zh: '可以播出，各屏版本均已生成。', en: 'It can be shown; the versions for all screens are made.' }
}

/**
 * Where the files made for a content's screens stand; null where all are ready. `isText`: its screens get a picture of the words or,
 * without a player page, nothing.
 */
export function contentSummary(report: MediaReport, { isText }: { isText: boolean }): Text | null {
  const { all, ready, failed } = countsOf(report)
  if (ready === all) return null
  if (failed > 0)
    return isText
      ? {
          zh: `有 ${failed} 个屏幕版本生成失败，这些屏幕暂时播不了这条内容。`,
          en: `${failed} of the versions could not be made; those screens cannot show this yet.`,
        }
      : {
          zh: `有 ${failed} 个屏幕版本生成失败，这些屏幕播通用版本。`,
          en: `${failed} of the versions could not be made; those screens get the general one.`,
        }
  return isText
    ? {
        zh: `正在为屏幕生成文字图片：${ready}/${all}，完成后即可播出。`,
        en: `Pictures of the text are being made for screens: ${ready} of ${all}; they show it then.`,
      }
    : {
        zh: `正在为屏幕生成合尺寸的版本：${ready}/${all}，完成前先播通用版本。`,
        en: `Versions for screens are being made: ${ready} of ${all}; until then screens get the general one.`,
      }
}

/** The same in a few characters for a list; null where the state says it all. */
export function shortSummary(report: MediaReport): { text: Text; failed: boolean } | null {
  const { all, ready, failed } = countsOf(report)
  if (report.state !== 'ready') return null
  if (failed > 0)
    return { failed: true, text: { zh: `${failed} 个屏幕版本失败`, en: `${failed} for screens failed` } }
  if (ready < all)
    return { failed: false, text: { zh: `屏幕版本 ${ready}/${all}`, en: `For screens ${ready}/${all}` } }
  return null
}

/** Why a render failed, for people. */
export function failureWords({ code }: Failure): Text {
  return mediaFaults[code as MediaFaultCode] ?? mediaFaults['media-render-failed']
}

function countsOf({ renditions }: MediaReport) {
  const count = (state: string) => renditions.filter((rendition) => rendition.state === state).length
  return { all: renditions.length, ready: count('ready'), failed: count('failed') }
}
