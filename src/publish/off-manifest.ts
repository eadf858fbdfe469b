import { compile } from '../manifest/compile'
import { horizonAt, horizonStepMs } from './horizon'
import type { Published } from './publisher'

const horizonDays = 30
const pollSeconds = 300

/** What a removed display is told: nothing to play, screen off. Made once a step of the horizon. */
export function offManifests(): (now: number) => Published {
  let made: { step: number; manifest: Published } | null = null
  return (now) => {
    const step = Math.floor(now / horizonStepMs)
    if (made?.step !== step) made = { step, manifest: offManifest(now) }
    return made.manifest
  }
}

function offManifest(now: number): Published {
  const range = horizonAt(now, horizonDays)
  const segment = {
    ...range,
    anchor: range.from,
    level: 'off' as const,
    schedules: [],
    muted: false,
    loop: [],
  }
  const { body, sha256 } = compile({
    timeline: { ...range, segments: [segment] },
    contents: new Map(),
    files: new Map(),
    screen: { width: 1920, height: 1080, rotate: 0 },
    pollSeconds,
  })
  return { body, sha256, etag: `"${sha256}"` }
}
