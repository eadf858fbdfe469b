import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // Two copies of these in one process break `instanceof ValidationError`, and with it the field errors in the admin.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'sharp',
    'libsql',
    '@libsql/client',
    'pino',
    'chinese-days',
  ],
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // Types and lint are checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
