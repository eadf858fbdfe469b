import type { AdvisedScreen } from '../../../../media/advice'
import type { DisplayProfile } from '../../../payload-types'

/** A display profile as advice sees it: its picture upright. */
export function screenOf({ title, width, height, rotate, audio, loudness }: DisplayProfile): AdvisedScreen {
  const turned = (rotate ?? 0) % 180 === 90
  const size = turned ? { width: height, height: width } : { width, height }
  return { title, ...size, audio: audio === true, lufs: loudness ?? null }
}
