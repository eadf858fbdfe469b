import type { Advice } from '../../../../media/advice'
import type { Text } from '../../../i18n/text'
import { decibelsText, secondsText } from './units'

/** A piece of advice in a sentence or two: what is so, what comes of it, and what can be done. */
export function adviceText(advice: Advice): Text {
  switch (advice.code) {
    case 'portrait-on-landscape':
      return {
        zh: `竖幅画面放在横屏上，只占屏幕的 ${advice.values.used}%，两侧是空的或虚化的背景。建议另做横版。`,
        en: `Portrait on a landscape screen: it covers ${advice.values.used}% of it, the sides are empty or blurred. A landscape version would be better.`,
      }
    case 'landscape-on-portrait':
      return {
        zh: `横幅画面放在竖屏上，只占屏幕的 ${advice.values.used}%，上下是空的或虚化的背景。建议另做竖版。`,
        en: `Landscape on a portrait screen: it covers ${advice.values.used}% of it, above and below it is empty or blurred. A portrait version would be better.`,
      }
    case 'wide-bars':
      return {
        zh: `画面比例与屏幕相差较大，只占屏幕的 ${advice.values.used}%。建议按屏幕比例另做，或选“铺满屏幕”。`,
        en: `Its proportions differ much from the screen’s: it covers ${advice.values.used}% of it. Make a version of the screen’s shape, or choose “Fill the screen”.`,
      }
    case 'cropped':
      return {
        zh: `铺满屏幕会裁掉画面的 ${advice.values.lost}%，请预览确认文字和人物没有被切掉。`,
        en: `Filling the screen cuts off ${advice.values.lost}% of the picture. Look at the preview: no text or face should be cut.`,
      }
    case 'enlarged':
      return {
        zh: `画面比屏幕小，要放大 ${advice.values.times} 倍，会模糊。建议换用更清晰的文件。`,
        en: `Smaller than the screen: enlarged ${advice.values.times} times, it looks blurred. Use a larger file.`,
      }
    case 'text-too-small':
      return {
        zh: `最小的字在屏幕上只有 ${advice.values.pixels} 像素高，看不清（汉字至少 16 像素，最好 24 像素）。`,
        en: `The smallest text would be ${advice.values.pixels} px high: too small to read (Chinese needs 16 px, better 24).`,
      }
    case 'text-smallish':
      return {
        zh: `最小的字在屏幕上高 ${advice.values.pixels} 像素，勉强能看清，最好 24 像素以上。`,
        en: `The smallest text would be ${advice.values.pixels} px high: just legible, 24 px is better.`,
      }
    case 'page-text-too-small':
      return {
        zh: `这一页上五号（${advice.values.points} 磅）的正文在屏幕上只有 ${advice.values.pixels} 像素高，看不清。建议摘出要点做成标语或海报。`,
        en: `Body text of ${advice.values.points} pt on this page would be ${advice.values.pixels} px high: too small to read. Make a slogan or a poster of the main points.`,
      }
    case 'fine-detail-lost':
      return {
        zh: `画面要缩小到 1/${advice.values.times}，小字和细节会看不清。文字请用大字，少放内容。`,
        en: `Reduced ${advice.values.times} times: small text and fine detail will vanish. Use large text, and little of it.`,
      }
    case 'turned-down':
      return {
        zh: `响度 ${decibelsText(advice.values.lufs)} LUFS，播出时会调低 ${advice.values.decibels} dB，统一到 ${decibelsText(advice.values.target)} LUFS。`,
        en: `${decibelsText(advice.values.lufs)} LUFS: will be turned down ${advice.values.decibels} dB, to ${decibelsText(advice.values.target)} LUFS.`,
      }
    case 'turned-up':
      return {
        zh: `响度 ${decibelsText(advice.values.lufs)} LUFS，播出时会调高 ${advice.values.decibels} dB，统一到 ${decibelsText(advice.values.target)} LUFS；原有的底噪也会变大。`,
        en: `${decibelsText(advice.values.lufs)} LUFS: will be turned up ${advice.values.decibels} dB, to ${decibelsText(advice.values.target)} LUFS, and its noise with it.`,
      }
    case 'sound-lost':
      return {
        zh: '屏幕没有声音：只有画面，解说和对白请配字幕。',
        en: 'The screen has no sound: only the picture is shown. Speech needs subtitles.',
      }
    case 'song-unheard':
      return {
        zh: '屏幕没有声音：歌曲只会显示封面。',
        en: 'The screen has no sound: of a song only its cover is shown.',
      }
    case 'no-sound':
      return { zh: '视频没有声音，屏幕会安静下来。', en: 'The video has no sound: the screen falls silent.' }
    case 'silent-track':
      return {
        zh: '有声轨，但从头到尾没有声音，请核对是否导出有误。',
        en: 'It has a sound track, but nothing is heard from start to end. Was it exported right?',
      }
    case 'silent-head':
      return both(advice.values.seconds, (s) => ({
        zh: `开头 ${s.zh}没有声音。`,
        en: `Silent for the first ${s.en}.`,
      }))
    case 'silent-tail':
      return both(advice.values.seconds, (s) => ({
        zh: `结尾 ${s.zh}没有声音。`,
        en: `Silent for the last ${s.en}.`,
      }))
    case 'black-head':
      return both(advice.values.seconds, (s) => ({
        zh: `开头有 ${s.zh}黑场。可在内容的“播出”页勾选“去掉片头片尾黑场”。`,
        en: `Black for the first ${s.en}. Tick “Cut black from start and end” under the content’s “Airing”.`,
      }))
    case 'black-tail':
      return both(advice.values.seconds, (s) => ({
        zh: `结尾有 ${s.zh}黑场。可在内容的“播出”页勾选“去掉片头片尾黑场”。`,
        en: `Black for the last ${s.en}. Tick “Cut black from start and end” under the content’s “Airing”.`,
      }))
    case 'rate-uneven':
      return {
        zh: `帧率不固定（手机拍摄常见），会转成每秒 ${advice.values.to} 帧。`,
        en: `An uneven frame rate, as telephones record: converted to ${advice.values.to} frames a second.`,
      }
    case 'rate-odd':
      return {
        zh: `每秒 ${advice.values.from} 帧，会转成每秒 ${advice.values.to} 帧。`,
        en: `${advice.values.from} frames a second: converted to ${advice.values.to}.`,
      }
    case 'hdr-converted':
      return {
        zh: 'HDR 视频，会转成普通亮度（SDR），颜色可能略有变化，请预览确认。',
        en: 'HDR: converted to standard range; colours may change a little. Look at the preview.',
      }
    case 'print-colours':
      return {
        zh: '印刷用的 CMYK 颜色，会转成屏幕用的 sRGB，鲜艳的颜色可能变化，请预览确认。',
        en: 'CMYK, for print: converted to sRGB; bright colours may change. Look at the preview.',
      }
    case 'long-film':
      return both(advice.values.seconds, (s) => ({
        zh: `片长 ${s.zh}，与海报同轮播出时，其他内容要等很久。建议剪出短版，或单独排期。`,
        en: `${s.en} long: in a loop with posters everything else waits for it. Cut a short version, or give it a schedule of its own.`,
      }))
    case 'pages':
      return {
        zh: `PDF 共 ${advice.values.pages} 页：每件内容播出其中一页，几页就建几件内容。`,
        en: `A PDF of ${advice.values.pages} pages: a content shows one of them; make one for each page to be shown.`,
      }
    case 'place-removed':
      return {
        zh: '文件里记有拍摄位置，播出版本会去掉。',
        en: 'The file tells where it was taken; that is removed from what is played.',
      }
    case 'ai-label-found':
      return {
        zh: '带有人工智能生成标识（AIGC），播出版本会保留。请确认画面上也有显式标识。',
        en: 'Carries the AI label (AIGC), which is kept. See that the picture shows a visible label too.',
      }
    case 'ai-label-none':
      return {
        zh: '文件里没有人工智能生成标识。如由 AI 生成，须先加上标识（GB 45438—2025）。',
        en: 'No AI label in the file. If AI made it, it must be labelled first (GB 45438-2025).',
      }
  }
}

function both(seconds: number, words: (seconds: Text) => Text): Text {
  return words(secondsText(seconds))
}
