import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { favicon } from './src/cms/admin/brand/favicon'
import { collections } from './src/cms/collections'
import { seedPresets } from './src/cms/collections/display-profiles/seedPresets'
import { mediaCollection } from './src/cms/collections/media'
import { discardUpload } from './src/cms/collections/media/discardUpload'
import { uploadLimits } from './src/cms/collections/media/uploadLimits'
import { database } from './src/cms/database'
import { offeredZones } from './src/cms/fields/zones'
import { globals } from './src/cms/globals'
import { wording } from './src/cms/i18n/wording'
import { noEmail } from './src/cms/noEmail'
import { usageEndpoint } from './src/cms/storage/usageEndpoint'
import { jobsConfig } from './src/jobs'
import { openStorage } from './src/media/open-storage'
import { locateTools } from './src/media/tools'
import { migrations } from './src/migrations'
import { env } from './src/server/env'

const root = dirname(fileURLToPath(import.meta.url))
const secureSite = env.PUBLIC_URL?.startsWith('https:') ?? false

/** What uploads are taken with: shared with who takes them otherwise than by Payload's own form. */
export const media = {
  storage: openStorage({ dir: env.MEDIA_DIR, s3: env.S3, now: Date.now }),
  tools: () =>
    locateTools({
      ffmpegPath: env.FFMPEG_PATH,
      ffprobePath: env.FFPROBE_PATH,
      searchPath: process.env.PATH,
      root,
    }),
  maxBytes: env.UPLOAD_MAX_BYTES,
}

export default buildConfig({
  secret: env.PAYLOAD_SECRET,
  ...(env.PUBLIC_URL && secureSite && { csrf: [new URL(env.PUBLIC_URL).origin] }),
  cors: [],
  db: await database({ uri: env.DATABASE_URI, migrations, migrationDir: resolve(root, 'src/migrations') }),
  collections: collections({
    media: mediaCollection(media),
    timezone: env.TIMEZONE,
    secureCookies: secureSite,
  }),
  globals,
  endpoints: [usageEndpoint({ storage: media.storage, now: Date.now })],
  upload: uploadLimits(media),
  hooks: { afterError: [discardUpload(media)] },
  jobs: jobsConfig(media),
  sharp,
  onInit: seedPresets,
  email: noEmail,
  logger: { options: { level: env.LOG_LEVEL } },
  graphQL: { disable: true },
  telemetry: false,
  // What a person did wrong is no fault of the server's: no stack for a mistyped password or a refused file.
  loggingLevels: { AuthenticationError: 'info', APIError: 'info' },
  i18n: { fallbackLanguage: 'zh', supportedLanguages: { zh, en }, translations: wording },
  typescript: { outputFile: resolve(root, 'src/cms/payload-types.ts'), autoGenerate: false },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: {
      titleSuffix: ' · 宣播 Xuanbo',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: favicon }],
      defaultOGImageType: 'off',
    },
    components: {
      beforeDashboard: ['/src/cms/admin/dashboard/Welcome#Welcome'],
      graphics: { Icon: '/src/cms/admin/brand/Icon#Icon', Logo: '/src/cms/admin/brand/Logo#Logo' },
    },
    importMap: { baseDir: root, autoGenerate: false },
    timezones: { defaultTimezone: env.TIMEZONE, supportedTimezones: offeredZones(env.TIMEZONE) },
  },
})
