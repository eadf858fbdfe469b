import { describe, expect, it } from 'vitest'
import { type Film, filmArgs, secondsOf } from '../../../../src/cli/demo/art/films/film'

const ground = { svg: '<svg/>', width: 240, height: 100 }
const film: Film = {
  width: 200,
  height: 100,
  scenes: [
    { seconds: 2, ground, layers: [{ svg: '<svg/>', x: 10, y: 20, at: 0.5, from: 'below' }] },
    {
      seconds: 3,
      ground: { ...ground, width: 200 },
      layers: [{ svg: '<svg/>', x: 0, y: 0, at: 0, from: 'here', turns: 0.5 }],
    },
  ],
}

describe('filmArgs', () => {
  it('lays scene over scene, each picture decoded once', () => {
    const args = filmArgs(film, ['a.png', 'b.png', 'c.png', 'd.png'], 's.wav', 'out.mp4')
    const graph = args[args.indexOf('-filter_complex') + 1]?.split(';')
    const still = (format: string, seconds: string) =>
      `format=${format},loop=loop=-1:size=1,setpts=N/25/TB,trim=duration=${seconds}`
    expect(graph).toEqual([
      'color=black:s=200x100:r=25:d=5[v0]',
      `[0:v]${still('yuv444p', '2.60')},crop=200:100:(iw-ow)*t/2.6:0,format=yuv420p[s0l0]`,
      `[1:v]${still('yuva420p', '2.60')},fade=t=in:st=0.5:d=0.5:alpha=1[s0p0]`,
      '[s0l0][s0p0]overlay=x=10+(0)*t:y=20+90*pow(max(0\\,1-max(0\\,t-0.5)/0.8)\\,3)+(0)*t[s0l1]',
      '[s0l1]setsar=1,setpts=PTS-STARTPTS+0/TB[s0]',
      '[v0][s0]overlay=eof_action=pass[v1]',
      `[2:v]${still('yuv444p', '3.00')},crop=200:100:0:0,format=yuv420p[s1l0]`,
      `[3:v]${still('yuva420p', '3.00')},rotate=a=3.1416*t:c=none[s1p0]`,
      '[s1l0][s1p0]overlay=x=0+(0)*t:y=0+(0)*t[s1l1]',
      '[s1l1]setsar=1,format=yuva420p,fade=t=in:st=0:d=0.6:alpha=1,setpts=PTS-STARTPTS+2/TB[s1]',
      '[v1][s1]overlay=eof_action=pass[v2]',
    ])
    expect(args.filter((_, index) => args[index - 1] === '-i')).toEqual([
      'a.png',
      'b.png',
      'c.png',
      'd.png',
      's.wav',
    ])
    expect(args.slice(args.indexOf('-map'), args.indexOf('-map') + 4)).toEqual([
      '-map',
      '[v2]',
      '-map',
      '4:a',
    ])
    expect(secondsOf(film)).toBe(5)
  })
})
