import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AudioFacts, ImageFacts, VideoFacts } from '../../../src/media/facts'
import { planRenditions } from '../../../src/media/plan'

const image: ImageFacts = { kind: 'image', width: 4000, height: 3000, format: 'jpeg', hasAlpha: false }
const audio: AudioFacts = { kind: 'audio', seconds: 185.2, audioCodec: 'mp3', channels: 2, sampleRate: 44100 }
const video: VideoFacts = {
  ...{ kind: 'video', width: 1920, height: 1080, rotation: 0, seconds: 30, frameRate: 29.97 },
  ...{ videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: 'aac' },
}

const common = [
  '-hide_banner',
  '-nostdin',
  '-v',
  'error',
  '-protocol_whitelist',
  'file',
  '-progress',
  'pipe:1',
]
const bare = ['-map_metadata', '-1', '-map_chapters', '-1']
const aac = ['-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2']

describe('planRenditions', () => {
  it('plans a photo whole', () => {
    expect(planRenditions(image)).toEqual([
      {
        ...{
          purpose: 'screen',
          mimeType: 'image/jpeg',
          ext: 'jpg',
          seconds: null,
          size: { width: 3840, height: 2880 },
        },
        steps: [
          {
            ...{ tool: 'sharp', ext: 'jpg', maxWidth: 3840, maxHeight: 3840, ground: null, xmp: null },
            output: {
              format: 'jpeg',
              options: { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: true },
            },
          },
        ],
      },
      {
        ...{
          purpose: 'thumbnail',
          mimeType: 'image/webp',
          ext: 'webp',
          seconds: null,
          size: { width: 480, height: 360 },
        },
        steps: [
          {
            ...{ tool: 'sharp', ext: 'webp', maxWidth: 480, maxHeight: 480, ground: null, xmp: null },
            output: { format: 'webp', options: { quality: 80, alphaQuality: 90, effort: 2 } },
          },
        ],
      },
    ])
  })

  it('plans a video whole', () => {
    const [screen] = planRenditions(video)
    expect(screen).toEqual({
      ...{
        purpose: 'screen',
        mimeType: 'video/mp4',
        ext: 'mp4',
        seconds: 30,
        size: { width: 1920, height: 1080 },
      },
      steps: [
        {
          tool: 'ffmpeg',
          ext: 'mp4',
          args: [
            ...[...common, '-i', '{input}', '-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn', ...bare],
            ...['-vf', 'scale=1920:1080:flags=lanczos,setsar=1,fps=30000/1001,format=yuv420p'],
            ...[
              '-c:v',
              'libx264',
              '-preset',
              'veryfast',
              '-crf',
              '21',
              '-profile:v',
              'high',
              '-pix_fmt',
              'yuv420p',
            ],
            ...['-maxrate', '9331k', '-bufsize', '18662k'],
            ...['-g', '60', '-keyint_min', '60', '-sc_threshold', '0', '-x264-params', 'open-gop=0'],
            ...[...aac, '-movflags', '+faststart', '-f', 'mp4', '-y', '{output}'],
          ],
        },
      ],
    })
  })

  it('plans a song whole', () => {
    const [screen, thumbnail] = planRenditions(audio)
    const args = [...common, '-i', '{input}', '-map', '0:a:0', '-vn', '-sn', '-dn', ...bare, ...aac]
    expect(screen).toEqual({
      ...{ purpose: 'screen', mimeType: 'audio/mp4', ext: 'm4a', seconds: 185.2, size: null },
      steps: [
        {
          tool: 'ffmpeg',
          ext: 'm4a',
          args: [...args, '-movflags', '+faststart', '-f', 'mp4', '-y', '{output}'],
        },
      ],
    })
    expect(thumbnail).toMatchObject({
      purpose: 'thumbnail',
      mimeType: 'image/webp',
      steps: [{ tool: 'ffmpeg' }, { tool: 'sharp' }],
    })
  })

  it.each([
    [23.976, '24000/1001'],
    [24, '24'],
    [25, '25'],
    [29.97, '30000/1001'],
    [30, '30'],
    [60, '30'],
    [59.94, '30000/1001'],
    [50, '25'],
    [120, '30'],
    [29.2, '30'],
    [27.018, '30'],
    [15, '25'],
    [0, '25'],
  ])('plays %d frames a second at the constant rate %s', (frameRate, fps) => {
    expect(argsOf({ ...video, frameRate }).join(' ')).toContain(`,fps=${fps},`)
  })

  it('keeps the AI label, and nothing else of the metadata', () => {
    const args = argsOf({ ...video, aigc: '{"Label":"1"}' })
    expect(args.slice(args.indexOf('-map_metadata'), args.indexOf('-vf'))).toEqual([
      ...bare,
      '-metadata',
      'AIGC={"Label":"1"}',
    ])
    expect(args).toContain('+faststart+use_metadata_tags')
    const [screen] = planRenditions({ ...image, aigc: '{"Label":"1"}' })
    expect(screen?.steps[0]).toMatchObject({
      xmp: expect.stringContaining('TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;}"'),
    })
  })

  it('keeps transparency', () => {
    expect(planRenditions({ ...image, hasAlpha: true })[0]).toMatchObject({
      mimeType: 'image/webp',
      ext: 'webp',
    })
  })

  it('never enlarges, keeps proportions to a pixel, and gives video even sizes', () => {
    const side = fc.integer({ min: 2, max: 8192 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const [screen] = planRenditions({ ...video, width, height })
        const { width: w, height: h } = screen?.size ?? { width: 0, height: 0 }
        expect([w % 2, h % 2]).toEqual([0, 0])
        expect(w <= width && h <= height && Math.max(w, h) <= 1920 && Math.min(w, h) >= 2).toBe(true)
        const factor = Math.min(1, 1920 / Math.max(width, height))
        expect(Math.abs(w - Math.max(2, width * factor))).toBeLessThan(2)
        expect(Math.abs(h - Math.max(2, height * factor))).toBeLessThan(2)
      }),
    )
  })
})

function argsOf(facts: VideoFacts) {
  const [screen] = planRenditions(facts)
  const step = screen?.steps[0]
  return step?.tool === 'ffmpeg' ? step.args : []
}
