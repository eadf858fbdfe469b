import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { groups } from '../../i18n/groups'
import { discardUpload } from './discardUpload'
import { mediaFields } from './fields'
import { keepUpload } from './keepUpload'
import type { MediaOptions } from './options'
import { queueRender } from './queueRender'
import { receiveUpload } from './receiveUpload'
import { renditionEndpoint } from './renditionEndpoint'
import { serveOriginal } from './serveOriginal'
import { tellDuplicate } from './tellDuplicate'

/**
 * Uploaded originals and the renditions made from them. Payload's own file handling is left out: an upload is inspected before
 * Payload sees it, kept by its SHA-256, and never changes afterwards.
 */
export function mediaCollection(options: MediaOptions): CollectionConfig {
  return {
    slug: 'media',
    labels: { singular: { zh: '素材文件', en: 'Media file' }, plural: { zh: '素材文件', en: 'Media' } },
    access: { create: editors, read: signedIn, update: editors, delete: editors },
    admin: {
      group: groups.content,
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'kind', 'state', 'alt', 'createdAt'],
      listSearchableFields: ['filename', 'alt', 'sha256'],
      description: {
        zh: '上传的原始文件。系统会自动生成适合屏幕播放的版本；原始文件上传后不再改变。',
        en: 'Uploaded originals. Versions that screens can play are made by themselves; an original never changes.',
      },
      components: {
        beforeListTable: [uploadControl('MediaListUpload', options)],
        edit: { Upload: uploadControl('MediaUpload', options) },
        views: { list: { Component: '/src/cms/admin/media/list/MediaList#MediaList' } },
      },
    },
    disableDuplicate: true,
    upload: {
      // Several files at once are what the control of our own is for.
      bulkUpload: false,
      disableLocalStorage: true,
      filesRequiredOnCreate: false,
      allowRestrictedFileTypes: true,
      mimeTypes: ['image/*', 'video/*', 'audio/*', 'application/pdf'],
      crop: false,
      focalPoint: false,
      hideRemoveFile: true,
      pasteURL: false,
      displayPreview: true,
      adminThumbnail: ({ doc }) => thumbnailUrl(doc),
      handlers: [serveOriginal(options)],
    },
    hooks: {
      beforeOperation: [receiveUpload(options)],
      beforeChange: [keepUpload(options)],
      afterChange: [tellDuplicate, queueRender],
      afterError: [discardUpload(options)],
    },
    endpoints: [renditionEndpoint(options)],
    fields: mediaFields,
  }
}

function uploadControl(name: string, { maxBytes }: MediaOptions) {
  return { path: `/src/cms/admin/media/upload/${name}#${name}`, clientProps: { maxBytes } }
}

function thumbnailUrl({ id, renditions }: Record<string, unknown>) {
  const made = Array.isArray(renditions) && renditions.some(({ purpose }) => purpose === 'thumbnail')
  return made ? `/api/media/${id}/renditions/thumbnail` : null
}
