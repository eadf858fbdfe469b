import { describe, expect, it } from 'vitest'
import { adviceText } from '../../../../../../src/cms/admin/media/facts/adviceText'
import type { Advice } from '../../../../../../src/media/advice'

/** One of each, told with values that are seen nowhere else. */
const all = [
  { code: 'portrait-on-landscape', values: { used: 31 } },
  { code: 'landscape-on-portrait', values: { used: 31 } },
  { code: 'wide-bars', values: { used: 31 } },
  { code: 'cropped', values: { lost: 31 } },
  { code: 'enlarged', values: { times: 31 } },
  { code: 'text-too-small', values: { pixels: 9 } },
  { code: 'text-smallish', values: { pixels: 31 } },
  { code: 'page-text-too-small', values: { pixels: 31, points: 10.5 } },
  { code: 'fine-detail-lost', values: { times: 31 } },
  { code: 'turned-down', values: { lufs: -9, target: -24, decibels: 15 } },
  { code: 'turned-up', values: { lufs: -30, target: -24, decibels: 6 } },
  { code: 'sound-lost', values: {} },
  { code: 'song-unheard', values: {} },
  { code: 'no-sound', values: {} },
  { code: 'silent-track', values: {} },
  { code: 'silent-head', values: { seconds: 31 } },
  { code: 'silent-tail', values: { seconds: 31 } },
  { code: 'black-head', values: { seconds: 31 } },
  { code: 'black-tail', values: { seconds: 31 } },
  { code: 'rate-uneven', values: { to: 25 } },
  { code: 'rate-odd', values: { from: 29.2, to: 30 } },
  { code: 'hdr-converted', values: {} },
  { code: 'print-colours', values: {} },
  { code: 'long-film', values: { seconds: 31 } },
  { code: 'pages', values: { pages: 31 } },
  { code: 'place-removed', values: {} },
  { code: 'ai-label-found', values: {} },
  { code: 'ai-label-none', values: {} },
].map((one) => ({ ...one, severity: 'info', screens: [] }) as Advice)

describe('adviceText', () => {
  it.each(all.map((advice) => [advice.code, advice] as const))('says %s with its values', (_, advice) => {
    for (const text of Object.values(adviceText(advice))) {
      expect(text).not.toMatch(/undefined|NaN|object/)
      for (const value of Object.values(advice.values))
        expect(text).toContain(String(value).replace('-', '−'))
    }
  })

  it('says how much a loud film is turned down', () => {
    const loud = all.find(({ code }) => code === 'turned-down') as Advice
    expect(adviceText(loud)).toEqual({
      zh: '响度 −9 LUFS，播出时会调低 15 dB，统一到 −24 LUFS。',
      en: '−9 LUFS: will be turned down 15 dB, to −24 LUFS.',
    })
  })
})
