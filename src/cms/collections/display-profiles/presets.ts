/** Screens that a district has, ready to choose; kept apart by `preset` so that they may be renamed and edited. */
export const profilePresets = [
  {
    preset: 'led-384x256',
    title: '户外 LED 384×256 · Outdoor LED',
    width: 384,
    height: 256,
    rotate: 0,
    audio: false,
  },
  {
    preset: 'led-1920x360',
    title: '条形 LED 1920×360 · LED strip',
    width: 1920,
    height: 360,
    rotate: 0,
    audio: false,
  },
  {
    preset: 'bus-1280x720',
    title: '公交电视 1280×720 · Bus TV',
    width: 1280,
    height: 720,
    rotate: 0,
    audio: true,
  },
  {
    preset: 'building-1080x1920',
    title: '楼宇竖屏 1080×1920 · Building',
    width: 1080,
    height: 1920,
    rotate: 0,
    audio: false,
  },
  {
    preset: 'tv-1920x1080',
    title: '电视 1920×1080 · Television',
    width: 1920,
    height: 1080,
    rotate: 0,
    audio: true,
  },
] as const
