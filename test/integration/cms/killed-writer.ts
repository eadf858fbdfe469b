import { getPayload } from 'payload'
import config from '../../../payload.config'
import { onChange } from '../../../src/cms/hooks/changes'

// Saves one playlist that stays, then is killed in the middle of saving a second, when its rows are written but not committed.
const payload = await getPayload({ config })
const content = await payload.create({
  collection: 'contents',
  data: { title: '标语', kind: 'slogan', text: '好', quotaClass: 'public-service', reviewStatus: 'draft' },
})
const entries = Array.from({ length: 20 }, () => ({ content: content.id }))
await payload.create({ collection: 'playlists', data: { title: 'whole', entries } })
onChange(() => process.kill(process.pid, 'SIGKILL'))
await payload.create({ collection: 'playlists', data: { title: 'half', entries } })
