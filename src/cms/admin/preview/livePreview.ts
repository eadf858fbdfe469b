import type { LivePreviewConfig } from 'payload'

/** Shows the very player page beside the form, fed with what is not saved yet; a new document has nothing to show. */
export const livePreview: LivePreviewConfig = {
  url: ({ collectionConfig, data }) => {
    if (!collectionConfig || !data?.id) return null
    const query = new URLSearchParams({ collection: collectionConfig.slug, id: String(data.id) })
    return `/api/preview/player?${query}`
  },
}
