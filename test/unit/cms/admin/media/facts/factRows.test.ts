import { describe, expect, it } from 'vitest'
import { factRows } from '../../../../../../src/cms/admin/media/facts/factRows'
import type { Facts } from '../../../../../../src/media/facts'

const film: Facts = {
  ...{
    kind: 'video',
    width: 1080,
    height: 1920,
    rotation: 90,
    seconds: 95.2,
    frameRate: 29.97,
    constantRate: false,
  },
  ...{ videoCodec: 'hevc', pixelFormat: 'yuv420p10le', bitDepth: 10, audioCodec: 'aac' },
  ...{ channels: 2, sampleRate: 48_000, traces: { place: true, camera: true } },
  colour: { primaries: 'bt2020', transfer: 'arib-std-b67', matrix: 'bt2020nc', hdr: true },
}
const analysis = { lufs: -9.04, lra: 6, truePeak: -0.5, silentHead: 0, silentTail: 2, silent: false }

function said(facts: Facts, language: 'zh' | 'en', measuring = false) {
  return Object.fromEntries(
    factRows(facts, measuring).map(({ name, value }) => [name[language], value?.[language]]),
  )
}

describe('factRows', () => {
  it('tells a film in Chinese, with units', () => {
    const measured = { ...film, analysis: { ...analysis, blackHead: 1.52, blackTail: 0 } }
    expect(said(measured, 'zh')).toEqual({
      画面尺寸: '1080 × 1920 像素（竖幅）',
      时长: '1 分 35 秒',
      帧率: '29.97 fps · 不固定',
      视频编码: 'HEVC · 10 位',
      颜色: 'HDR · BT2020 · arib-std-b67',
      拍摄方向: '顺时针 90°，已转正',
      音频: 'AAC · 立体声 · 48 kHz',
      响度: '−9 LUFS · 范围 6 LU · 峰值 −0.5 dBTP',
      静音: '结尾 2 秒',
      黑场: '开头 1.5 秒',
      隐私信息: '含拍摄位置、相机型号，播出版本会去掉',
      'AI 标识': '未发现',
    })
  })

  it('leaves open what is being measured, and says what never was', () => {
    expect(said(film, 'en', true)).toMatchObject({
      Loudness: undefined,
      Silence: undefined,
      Black: undefined,
    })
    expect(said(film, 'en')).toMatchObject({ Loudness: 'Not measured', Black: 'Not measured' })
  })

  it('asks for no loudness where there is no sound', () => {
    const rows = said({ ...film, audioCodec: null }, 'en')
    expect(rows).toMatchObject({ Sound: 'No sound' })
    expect(rows).not.toHaveProperty('Loudness')
  })

  it('tells what was stored before there was more to tell', () => {
    const image: Facts = { kind: 'image', width: 800, height: 600, format: 'jpeg', hasAlpha: false }
    expect(said(image, 'en')).toEqual({
      ...{ Size: '800 × 600 px (landscape)', Format: 'JPEG', Colour: 'Not stated', Transparency: 'None' },
      'AI label': 'None found',
    })
  })

  it('tells pages by the names of their sheets', () => {
    const pages = Array(12).fill({ width: 595.3, height: 841.89 })
    expect(said({ kind: 'document', format: 'pdf', pages, aigc: '{}' }, 'en')).toEqual({
      ...{ Pages: '12', 'Page size': '210 × 297 mm (A4)', 'AI label': 'Found; it is kept' },
    })
  })
})
