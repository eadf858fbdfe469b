import { existsSync, writeFileSync } from 'node:fs'
import { locateTools } from '../media/tools'
import { demoPage } from './demo/page'
import { pairedDisplays, seedDisplays } from './demo/seed/displays'
import { seedPeople } from './demo/seed/people'
import { seedProgramme } from './demo/seed/programme'
import { demoSettings } from './demo/settings'
import { summary } from './demo/summary'

// `npm run demo`: a server with a database of its own, four paired displays and a campaign, made at the first start.

const root = process.cwd()
const { environment, secret, workDir, marker } = demoSettings(root, process.env)
Object.assign(process.env, environment)

// Only now: the environment is read when these are loaded.
const { env } = await import('../server/env')
const { serve } = await import('./serve')

const isNew = !existsSync(marker)
process.stdout.write('启动服务 Starting the server …\n')
const server = await serve(
  {
    env,
    root,
    now: Date.now,
    extraPages: async ({ payload, publicKey }) => {
      if (isNew) {
        await seedPeople(payload)
        await seedDisplays(payload, { secret, now: Date.now })
      }
      return { '/demo': demoPage(await pairedDisplays(payload, secret), publicKey) }
    },
  },
  'demo',
)

if (isNew) {
  const { ffmpeg } = locateTools({
    ffmpegPath: env.FFMPEG_PATH,
    ffprobePath: env.FFPROBE_PATH,
    searchPath: process.env.PATH,
    root,
  })
  process.stdout.write('首次启动：制作演示素材 First start: making the campaign\n')
  const report = (step: string) => void process.stdout.write(`  ${step}\n`)
  await seedProgramme({ url: server.url, workDir, ffmpeg, report })
  writeFileSync(marker, new Date().toISOString(), { flush: true })
}
process.stdout.write(summary(server.url, await pairedDisplays(server.payload, secret), server.publicKey))
