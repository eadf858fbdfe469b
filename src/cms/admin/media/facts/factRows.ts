import type { Analysis, AudioFacts, Facts, VideoFacts } from '../../../../media/facts'
import type { Text } from '../../../i18n/text'
import { decibelsText, secondsText } from './units'

/** A line of the table: what, and how much. A value that is null is still being measured. */
export type FactRow = { name: Text; value: Text | null }

/** A file's facts as staff read them, most wanted first; `measuring`: a decode of it is still to come. */
export function factRows(facts: Facts, measuring: boolean): FactRow[] {
  switch (facts.kind) {
    case 'image':
      return [
        row('画面尺寸', 'Size', sizeText(facts)),
        row('格式', 'Format', facts.format.toUpperCase()),
        row('颜色', 'Colour', [
          facts.profile ?? spaces[facts.space ?? ''] ?? facts.space,
          bits(facts.bitDepth),
        ]),
        ...rotationRow(facts.rotation),
        row('透明', 'Transparency', facts.hasAlpha ? yes : no),
        ...traceRows(facts),
      ]
    case 'video':
      return [
        row('画面尺寸', 'Size', sizeText(facts)),
        row('时长', 'Length', secondsText(facts.seconds)),
        row('帧率', 'Frame rate', frameRateText(facts)),
        row('视频编码', 'Video codec', [facts.videoCodec.toUpperCase(), bits(facts.bitDepth)]),
        row('颜色', 'Colour', colourText(facts)),
        ...rotationRow(facts.rotation),
        row('音频', 'Sound', soundText(facts)),
        ...(facts.audioCodec === null ? [] : loudnessRows(facts.analysis, measuring)),
        ...measuredRow('黑场', 'Black', facts.analysis, measuring, blackText),
        ...traceRows(facts),
      ]
    case 'audio':
      return [
        row('时长', 'Length', secondsText(facts.seconds)),
        row('音频', 'Sound', soundText(facts)),
        ...loudnessRows(facts.analysis, measuring),
        ...traceRows(facts),
      ]
    case 'document': {
      const [first] = facts.pages
      return [
        row('页数', 'Pages', `${facts.pages.length}`),
        row('页面尺寸', 'Page size', first ? pageText(first) : '—'),
        row('AI 标识', 'AI label', labelText(facts.aigc)),
      ]
    }
  }
}

const yes = { zh: '有', en: 'Yes' }
const no = { zh: '无', en: 'None' }
const unknown = { zh: '未注明', en: 'Not stated' }
const spaces: Record<string, string> = {
  srgb: 'RGB',
  'b-w': 'Gray',
  cmyk: 'CMYK',
  rgb16: 'RGB',
  grey16: 'Gray',
}

type Value = string | Text | (string | Text | null | undefined)[]

/** Parts that are known, set apart by dots. */
function row(zh: string, en: string, value: Value): FactRow {
  const parts = [value].flat().filter((part) => part !== null && part !== undefined && part !== '')
  const said = parts.map((part) => (typeof part === 'string' ? { zh: part, en: part } : (part as Text)))
  const joined = { zh: said.map((one) => one.zh).join(' · '), en: said.map((one) => one.en).join(' · ') }
  return { name: { zh, en }, value: said.length > 0 ? joined : unknown }
}

function sizeText({ width, height }: { width: number; height: number }): Text {
  const shape =
    width === height ? ['方形', 'square'] : width > height ? ['横幅', 'landscape'] : ['竖幅', 'portrait']
  return { zh: `${width} × ${height} 像素（${shape[0]}）`, en: `${width} × ${height} px (${shape[1]})` }
}

/** Points to millimetres, and the name of the sheet where it is a usual one. */
function pageText({ width, height }: { width: number; height: number }): string {
  const [across, down] = [Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]
  const [short, long] = [Math.min(across, down), Math.max(across, down)]
  const sheets: [string, number, number][] = [
    ['A3', 297, 420],
    ['A4', 210, 297],
    ['A5', 148, 210],
    ['16:9', 191, 339],
  ]
  const [name] = sheets.find(([, w, h]) => Math.abs(short - w) <= 1 && Math.abs(long - h) <= 1) ?? []
  return `${across} × ${down} mm${name ? ` (${name})` : ''}`
}

function rotationRow(rotation: number | undefined): FactRow[] {
  if (!rotation) return []
  const value = { zh: `顺时针 ${rotation}°，已转正`, en: `${rotation}° clockwise, shown upright` }
  return [row('拍摄方向', 'Turned', value)]
}

function frameRateText({ frameRate, constantRate }: VideoFacts): (string | Text)[] {
  const rate = `${Math.round(frameRate * 100) / 100} fps`
  if (constantRate === undefined) return [rate]
  return [rate, constantRate ? { zh: '固定', en: 'constant' } : { zh: '不固定', en: 'variable' }]
}

function bits(depth: number | undefined): Text | null {
  return depth === undefined ? null : { zh: `${depth} 位`, en: `${depth} bits` }
}

function colourText({ colour }: VideoFacts): Value {
  if (!colour) return unknown
  return [colour.hdr ? 'HDR' : 'SDR', colour.primaries?.toUpperCase(), colour.hdr ? colour.transfer : null]
}

function soundText(facts: VideoFacts | AudioFacts): Value {
  if (facts.audioCodec === null) return { zh: '没有声音', en: 'No sound' }
  const { channels, sampleRate } = facts
  return [
    facts.audioCodec.toUpperCase(),
    channels ? channelText(channels) : null,
    sampleRate ? `${sampleRate / 1000} kHz` : null,
  ]
}

function channelText(channels: number): Text {
  if (channels === 1) return { zh: '单声道', en: 'mono' }
  if (channels === 2) return { zh: '立体声', en: 'stereo' }
  return { zh: `${channels} 声道`, en: `${channels} channels` }
}

function loudnessRows(analysis: Analysis | undefined, measuring: boolean): FactRow[] {
  return [
    ...measuredRow('响度', 'Loudness', analysis, measuring, loudnessText),
    ...measuredRow('静音', 'Silence', analysis, measuring, silenceText),
  ]
}

function measuredRow(
  zh: string,
  en: string,
  analysis: Analysis | undefined,
  measuring: boolean,
  value: (analysis: Analysis) => Value,
): FactRow[] {
  if (analysis) return [row(zh, en, value(analysis))]
  return [measuring ? { name: { zh, en }, value: null } : row(zh, en, { zh: '未测量', en: 'Not measured' })]
}

function loudnessText({ lufs, lra, truePeak }: Analysis): Value {
  if (lufs === null) return { zh: '没有可测的声音', en: 'Nothing to measure' }
  const range = lra === null ? null : `${decibelsText(lra)} LU`
  const peak = truePeak === null ? null : `${decibelsText(truePeak)} dBTP`
  return [
    `${decibelsText(lufs)} LUFS`,
    range && { zh: `范围 ${range}`, en: `range ${range}` },
    peak && { zh: `峰值 ${peak}`, en: `peak ${peak}` },
  ]
}

function silenceText({ silent, silentHead, silentTail }: Analysis): Value {
  if (silent) return { zh: '全程静音', en: 'Silent throughout' }
  return endsText(silentHead, silentTail)
}

function blackText({ blackHead, blackTail }: Analysis): Value {
  return endsText(blackHead, blackTail)
}

/** What is at the start and at the end; a tenth of a second is nothing. */
function endsText(head: number, tail: number): Value {
  const [start, end] = [secondsText(head), secondsText(tail)]
  const parts = [
    head >= 0.1 && { zh: `开头 ${start.zh}`, en: `${start.en} at the start` },
    tail >= 0.1 && { zh: `结尾 ${end.zh}`, en: `${end.en} at the end` },
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts : no
}

function traceRows({
  traces,
  aigc,
}: {
  traces?: { place: boolean; camera: boolean } | undefined
  aigc?: string | undefined
}) {
  const kept = [
    traces?.place && { zh: '拍摄位置', en: 'place' },
    traces?.camera && { zh: '相机型号', en: 'camera' },
  ].filter((part) => part !== undefined && part !== false)
  const removed: Text = {
    zh: `含${kept.map(({ zh }) => zh).join('、')}，播出版本会去掉`,
    en: `Tells ${kept.map(({ en }) => en).join(' and ')}; removed from what is played`,
  }
  const rows = traces ? [row('隐私信息', 'Private data', kept.length > 0 ? removed : no)] : []
  return [...rows, row('AI 标识', 'AI label', labelText(aigc))]
}

function labelText(aigc: string | undefined): Text {
  return aigc === undefined
    ? { zh: '未发现', en: 'None found' }
    : { zh: '有，播出版本会保留', en: 'Found; it is kept' }
}
