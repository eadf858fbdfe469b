import { env } from '../server/env'
import { serve } from './serve'

const server = await serve({ env, root: process.cwd(), now: Date.now }, 'start')
process.stdout.write(`Xuanbo 宣播 ${server.url}/admin\n`)
