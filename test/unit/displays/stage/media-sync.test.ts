import { describe, expect, it, vi } from 'vitest'
import type { LayerContext } from '../../../../displays/stage/layer'
import { syncMedia } from '../../../../displays/stage/media-sync'

/** A film of two seconds that is loaded and stands on its first frame. */
function aFilm() {
  const film = Object.assign(new EventTarget(), {
    currentTime: 0,
    duration: 2,
    paused: true,
    ended: false,
    seeking: false,
    muted: false,
    volume: 1,
    preload: '',
    playbackRate: 1,
    play: vi.fn(() => Promise.resolve()),
  })
  return film as unknown as HTMLMediaElement & { play: ReturnType<typeof vi.fn> }
}

const context = { env: { monotonic: () => 0 }, failed: vi.fn(), note: vi.fn() } as unknown as LayerContext

describe('syncMedia', () => {
  it.each([
    ['a frame before its time', -8, 0, 1],
    ['in time', 0, 0, 1],
    ['a little late', 200, 0, 1],
    ['late: it joins where it would be', 1200, 1.2, 1],
    ['after its end: the last frame holds', 3000, 1.95, 0],
  ])('starts %s', (_when, position, currentTime, plays) => {
    const film = aFilm()
    syncMedia(film, 1, context).start(position)
    expect(film.currentTime).toBeCloseTo(currentTime)
    expect(film.play).toHaveBeenCalledTimes(plays)
  })
})
