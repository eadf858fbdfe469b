import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Advice, type AdvisedChoice, type AdvisedScreen, adviceOn } from '../../../src/media/advice'
import type { AudioFacts, DocumentFacts, Facts, ImageFacts, VideoFacts } from '../../../src/media/facts'

const led: AdvisedScreen = { title: 'LED', width: 384, height: 256, audio: false, lufs: null }
const strip: AdvisedScreen = { title: '条屏', width: 1920, height: 360, audio: false, lufs: null }
const tv: AdvisedScreen = { title: '电视', width: 1920, height: 1080, audio: true, lufs: -24 }
const bus: AdvisedScreen = { title: '公交', width: 1280, height: 720, audio: true, lufs: -24 }
const lift: AdvisedScreen = { title: '楼宇', width: 1080, height: 1920, audio: false, lufs: null }

const heard = { lufs: -24, lra: 5, truePeak: -3, silentHead: 0, silentTail: 0, silent: false }
const measured = { ...heard, blackHead: 0, blackTail: 0 }

function aVideo(facts: Partial<VideoFacts> = {}): VideoFacts {
  return {
    ...{
      kind: 'video',
      width: 1920,
      height: 1080,
      rotation: 0,
      seconds: 15,
      frameRate: 25,
      constantRate: true,
    },
    ...{ videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: 'aac', aigc: 'x', analysis: measured },
    ...facts,
  }
}

function aPicture(facts: Partial<ImageFacts> = {}): ImageFacts {
  return { kind: 'image', width: 1920, height: 1080, format: 'jpeg', hasAlpha: false, aigc: 'x', ...facts }
}

const song: AudioFacts = {
  ...{ kind: 'audio', seconds: 200, audioCodec: 'mp3', channels: 2, sampleRate: 44_100, aigc: 'x' },
  analysis: measured,
}
const handbook: DocumentFacts = {
  ...{ kind: 'document', format: 'pdf', aigc: 'x' },
  pages: Array.from({ length: 12 }, () => ({ width: 595, height: 842 })),
}

type Row = [string, Facts, AdvisedScreen[], AdvisedChoice, Omit<Advice, 'screens'>[]]
const warn = (code: Advice['code'], values = {}) => ({ code, severity: 'warn', values }) as Row[4][0]
const info = (code: Advice['code'], values = {}) => ({ code, severity: 'info', values }) as Row[4][0]
const found = info('ai-label-found')

const rows: Row[] = [
  ['a film made for the screen', aVideo(), [tv], {}, [found]],
  [
    'an upright film on a screen that lies',
    aVideo({ width: 1080, height: 1920 }),
    [tv],
    {},
    [warn('portrait-on-landscape', { used: 32 }), found],
  ],
  [
    'a film that lies on an upright screen',
    aVideo({ audioCodec: null }),
    [lift],
    {},
    [warn('landscape-on-portrait', { used: 32 }), found],
  ],
  [
    'a wide strip',
    aPicture(),
    [strip],
    {},
    [warn('wide-bars', { used: 33 }), warn('fine-detail-lost', { times: 3 }), found],
  ],
  ['the same, cut to fill', aPicture(), [strip], { fit: 'cover' }, [warn('cropped', { lost: 67 }), found]],
  [
    'a small picture on a large screen',
    aPicture({ width: 640, height: 360 }),
    [tv],
    {},
    [warn('enlarged', { times: 3 }), found],
  ],
  [
    'a drawing is as sharp at any size',
    aPicture({ width: 64, height: 36, format: 'svg' }),
    [tv],
    {},
    [found],
  ],
  ['much detail on few pixels', aPicture(), [led], {}, [warn('fine-detail-lost', { times: 5 }), found]],
  [
    'characters of known height',
    aPicture({ width: 1536, height: 1024 }),
    [led],
    { characterPixels: 36 },
    [warn('text-too-small', { pixels: 9 }), found],
  ],
  [
    'characters that can just be read',
    aPicture({ width: 768, height: 512 }),
    [led],
    { characterPixels: 40 },
    [info('text-smallish', { pixels: 20 }), found],
  ],
  [
    'a page of a handbook on few pixels',
    handbook,
    [led],
    {},
    [
      warn('portrait-on-landscape', { used: 47 }),
      warn('page-text-too-small', { pixels: 3.2, points: 10.5 }),
      info('pages', { pages: 12 }),
      found,
    ],
  ],
  ['a page on an upright screen', { ...handbook, pages: [{ width: 595, height: 842 }] }, [lift], {}, [found]],
  [
    'a loud film',
    aVideo({ analysis: { ...measured, lufs: -9 } }),
    [tv],
    {},
    [warn('turned-down', { lufs: -9, target: -24, decibels: 15 }), found],
  ],
  [
    'a quiet film',
    aVideo({ analysis: { ...measured, lufs: -30 } }),
    [tv],
    {},
    [info('turned-up', { lufs: -30, target: -24, decibels: 6 }), found],
  ],
  [
    'loud, where sound stays as it is',
    aVideo({ analysis: { ...measured, lufs: -9 } }),
    [{ ...tv, lufs: null }],
    {},
    [found],
  ],
  ['not measured yet', aVideo({ analysis: undefined }), [tv], {}, [found]],
  [
    'a film without sound on a screen with it',
    aVideo({ audioCodec: null }),
    [tv],
    {},
    [info('no-sound'), found],
  ],
  [
    'a sound track of nothing',
    aVideo({ analysis: { ...measured, lufs: null, silent: true, silentHead: 15, silentTail: 15 } }),
    [tv],
    {},
    [warn('silent-track'), info('no-sound'), found],
  ],
  ['sound on a silent screen', aVideo(), [{ ...tv, audio: false }], {}, [info('sound-lost'), found]],
  ['a song on a silent screen', song, [led], {}, [warn('song-unheard'), found]],
  [
    'black at both ends',
    aVideo({ analysis: { ...measured, blackHead: 1.52, blackTail: 2 } }),
    [tv],
    {},
    [warn('black-head', { seconds: 1.5 }), warn('black-tail', { seconds: 2 }), found],
  ],
  [
    'black that is cut anyway',
    aVideo({ analysis: { ...measured, blackHead: 1.52 } }),
    [tv],
    { trimBlack: true },
    [found],
  ],
  [
    'a long wait for the first sound',
    { ...song, analysis: { ...measured, silentHead: 4.04 } },
    [tv],
    {},
    [info('silent-head', { seconds: 4 }), found],
  ],
  ['an odd rate', aVideo({ frameRate: 29.2 }), [tv], {}, [info('rate-odd', { from: 29.2, to: 30 }), found]],
  [
    '50 pictures a second',
    aVideo({ frameRate: 50 }),
    [tv],
    {},
    [info('rate-odd', { from: 50, to: 25 }), found],
  ],
  ['a rate of television', aVideo({ frameRate: 29.97 }), [tv], {}, [found]],
  [
    'a telephone’s uneven rate',
    aVideo({ constantRate: false, frameRate: 27.02 }),
    [tv],
    {},
    [info('rate-uneven', { to: 30 }), found],
  ],
  [
    'high dynamic range',
    aVideo({ colour: { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc', hdr: true } }),
    [tv],
    {},
    [info('hdr-converted'), found],
  ],
  ['colours for print', aPicture({ space: 'cmyk' }), [tv], {}, [warn('print-colours'), found]],
  ['ten minutes', aVideo({ seconds: 600 }), [tv], {}, [info('long-film', { seconds: 600 }), found]],
  [
    'a photo that tells its place',
    aPicture({ traces: { place: true, camera: true } }),
    [tv],
    {},
    [info('place-removed'), found],
  ],
  ['no AI label', aPicture({ aigc: undefined }), [tv], {}, [info('ai-label-none')]],
]

describe('adviceOn', () => {
  it.each(rows)('%s', (_, facts, screens, choice, expected) => {
    const told = adviceOn(facts, screens, choice)
    expect(told.map(({ code, severity, values }) => ({ code, severity, values }))).toEqual(expected)
  })

  it('says once what is the same on several screens, and names them', () => {
    const loud = aVideo({ analysis: { ...measured, lufs: -9 } })
    const [first] = adviceOn(loud, [tv, led, bus])
    expect(first).toMatchObject({ code: 'turned-down', screens: ['电视', '公交'] })
  })

  it('names no screens for what holds for all', () => {
    expect(adviceOn(aPicture(), [tv, bus])).toEqual([{ ...found, screens: [] }])
  })

  it('tells warnings first, and nothing that is not a number, whatever the sizes', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(side, side, side, side, (width, height, across, down) => {
        const told = adviceOn(aPicture({ width, height }), [{ ...led, width: across, height: down }])
        const severities = told.map(({ severity }) => severity)
        expect(severities).toEqual([...severities].sort().reverse())
        for (const value of told.flatMap(({ values }) => Object.values(values)))
          expect(value).toBeGreaterThan(0)
      }),
    )
  })
})
