import {
  APIError,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
  type Where,
} from 'payload'
import { faultText } from '../faults/fault'
import { labelOf } from '../i18n/labelOf'
import { type Language, languageOf } from '../i18n/text'
import { referencesOf } from './referencesOf'

/** A document that names the one to be deleted. */
type Referrer = { collection: string; id: string; title: string; label: string }

/** Kept by the server about other documents; they go with what they are about. */
const records = new Set(['display-states', 'pairings', 'renditions'])
const namedAtMost = 3

/** Refuses (409, `in-use`) to delete what another document names, and says which. */
export const protectReferenced: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const referrers = await referrersOf(collection.slug, String(id), req)
  if (referrers.length === 0) return
  const language = languageOf(req.i18n)
  const message = faultText(
    { code: 'in-use', values: { referrers: sentence(referrers, language) } },
    language,
  )
  throw new APIError(message, 409, { code: 'in-use', referrers }, true)
}

async function referrersOf(target: string, id: string, req: PayloadRequest): Promise<Referrer[]> {
  const found = new Map<string, Referrer>()
  const own = Object.values(req.payload.collections).map(({ config }) => config)
  for (const config of own.filter(({ slug }) => !slug.startsWith('payload-') && !records.has(slug))) {
    const paths = referencesOf(config.flattenedFields).filter(({ relationTo }) => relationTo === target)
    if (paths.length === 0) continue
    const where: Where = { or: paths.map(({ path }) => ({ [path]: { equals: id } })) }
    const { docs } = await req.payload.find({
      collection: config.slug as CollectionSlug,
      where,
      limit: namedAtMost + 1,
      depth: 0,
      req,
    })
    const label = labelOf(config.labels.singular, languageOf(req.i18n))
    for (const doc of docs) {
      const title = String(
        (doc as unknown as Record<string, unknown>)[config.admin.useAsTitle ?? 'id'] ?? doc.id,
      )
      found.set(`${config.slug}/${doc.id}`, { collection: config.slug, id: String(doc.id), title, label })
    }
  }
  return [...found.values()]
}

function sentence(referrers: Referrer[], language: Language) {
  const named = referrers
    .slice(0, namedAtMost)
    .map(({ label, title }) => (language === 'zh' ? `${label}《${title}》` : `${label} “${title}”`))
  const more = referrers.length > namedAtMost ? { zh: ' 等', en: ' and more' }[language] : ''
  return named.join(language === 'zh' ? '、' : ', ') + more
}
