import { spawnSync } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { diskStorage } from '../../src/media/disk'
import { eveningFilters, eveningOf, readSummary } from '../../src/media/even-loudness'
import { planOf } from '../../src/media/plan'
import { render } from '../../src/media/render'
import { type RenditionSpec, specFor } from '../../src/media/spec'
import { INPUT, LOUDNESS, OUTPUT, type RenditionPlan } from '../../src/media/steps'
import { temporaryFolder, tools } from '../factories/media'
import { presetScreens, received } from '../factories/renders'
import { ffmpeg, sounds } from '../factories/sounds'

const BAR = 1.15
const SECONDS = 12
const ROUNDS = 3

/**
 * A film of full HD for a television: by `render`, from the plan to the rendition in storage with its loudness measured, and the same
 * two ffmpeg commands run one after the other by hand. In turns, the fastest of each; both at the low priority of the server's tools.
 */
export async function run() {
  const { dir, remove } = await temporaryFolder()
  try {
    const storage = diskStorage({ dir: join(dir, 'media') })
    const original = await received(storage, await aFilm(join(dir, 'film.mp4')))
    const screen = presetScreens.find(({ preset }) => preset === 'tv-1920x1080')
    const choice = { fit: 'contain', trimBlack: false, page: null } as const
    const spec = screen && specFor(original, choice, screen)
    const source = await storage.localPath(original)
    setPriority(constants.priority.PRIORITY_LOW)
    const [ours, byHand]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const plan = planOf(spec as RenditionSpec, original.facts)
      byHand.push(timed(() => runByHand(plan, source, join(dir, 'by-hand.mp4'))))
      const start = performance.now()
      const made = await render({ plan, original, sourceSeconds: SECONDS, storage, tools })
      ours.push(performance.now() - start)
      await storage.remove(made)
    }
    const value = Math.round(Math.min(...ours))
    const baseline = Math.round(Math.min(...byHand))
    const ratio = Number((value / baseline).toFixed(3))
    return { bench: 'render', value, unit: 'ms', baseline, ratio, bar: BAR, ok: ratio <= BAR }
  } finally {
    await remove()
  }
}

async function aFilm(path: string) {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=1920x1080:r=30:d=${SECONDS},noise=alls=12:allf=t`]
  const sound = ['-f', 'lavfi', '-i', sounds.speech(SECONDS)]
  const codecs = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-crf',
    '20',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
  ]
  await ffmpeg([...picture, ...sound, ...codecs, '-y', path])
  return path
}

function runByHand({ steps }: RenditionPlan, source: string, target: string) {
  let filters = 'anull'
  for (const step of steps) {
    if (step.tool !== 'loudness' && step.tool !== 'ffmpeg') throw new Error('not a film')
    const places: Record<string, string> = { [INPUT]: `file:${source}`, [OUTPUT]: `file:${target}` }
    const args = step.args.map((arg) => places[arg] ?? arg.replace(LOUDNESS, filters))
    const { status, stderr } = spawnSync(tools().ffmpeg, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(stderr)
    if (step.tool === 'loudness') filters = eveningFilters(eveningOf(readSummary(stderr), step.lufs))
  }
}

function timed(work: () => void) {
  const start = performance.now()
  work()
  return performance.now() - start
}
