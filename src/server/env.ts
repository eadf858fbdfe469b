import { resolve } from 'node:path'
import { z } from 'zod'
import type { S3Options } from '../media/s3-connection'

const port = z.coerce.number().int().min(0).max(65535)
const zone = z.string().refine(isTimeZone, 'must be an IANA time zone, such as Asia/Shanghai')
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
const databaseUri = z
  .string()
  .regex(/^(file:|mongodb:\/\/|mongodb\+srv:\/\/)/, 'must start with file:, mongodb:// or mongodb+srv://')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: port.default(3000),
  PUBLIC_URL: httpUrl.optional(),
  PAYLOAD_SECRET: z.string({ error: 'is required: 32 characters or more, kept secret' }).min(32),
  DATA_DIR: z.string().min(1).default('.data').transform(absolute),
  MEDIA_DIR: z.string().min(1).default('media').transform(absolute),
  DATABASE_URI: databaseUri.optional(),
  TIMEZONE: zone.default('Asia/Shanghai'),
  UPLOAD_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .max(2 ** 40)
    .default(2 ** 31),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: z
    .stringbool({ truthy: ['true', '1'], falsy: ['false', '0'], error: 'must be true or false' })
    .default(false),
  S3_PREFIX: z
    .string()
    .regex(/^[^/\s][^\s]*$/, 'must not start with a slash or hold blanks')
    .optional(),
  S3_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(2 ** 20)
    .default(10 * 2 ** 30),
  S3_DELIVERY: z.enum(['redirect', 'pass-through']).default('redirect'),
  FFMPEG_PATH: z.string().min(1).optional(),
  FFPROBE_PATH: z.string().min(1).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(8).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

type Variables = z.infer<typeof schema>

export type Env = Omit<Variables, 'DATABASE_URI' | `S3_${string}`> & {
  DATABASE_URI: string
  /** The bucket of the media files; null: they are kept in MEDIA_DIR. */
  S3: S3Options | null
}

export type EnvFault = { name: string; message: string }

/**
 * The environment as typed values, or every bad variable by name. A variable set to the empty string counts as unset, as in
 * most `.env` files. DATABASE_URI defaults to an SQLite file in DATA_DIR. The variables `S3_…` count only together.
 */
export function parseEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; faults: EnvFault[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), message }))
    return { ok: false, faults }
  }
  const s3 = s3Of(parsed.data, given)
  if (!s3.ok) return s3
  const DATABASE_URI = parsed.data.DATABASE_URI ?? `file:${resolve(parsed.data.DATA_DIR, 'xuanbo.db')}`
  return { ok: true, env: { ...parsed.data, DATABASE_URI, S3: s3.options } }
}

/** The bucket that the variables describe, or what is missing beside those that are set. */
function s3Of(
  variables: Variables,
  given: Record<string, string | undefined>,
): { ok: true; options: S3Options | null } | { ok: false; faults: EnvFault[] } {
  const {
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = variables
  const missing = (name: string, beside: string) => ({ name, message: `is required where ${beside} is set` })
  const others = Object.keys(given).filter((name) => name.startsWith('S3_'))
  const faults = [
    ...(!bucket && others[0] ? [missing('S3_BUCKET', others[0])] : []),
    ...(accessKeyId && !secretAccessKey ? [missing('S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID')] : []),
    ...(secretAccessKey && !accessKeyId ? [missing('S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY')] : []),
  ]
  if (faults.length > 0) return { ok: false, faults }
  if (!bucket) return { ok: true, options: null }
  const options = {
    bucket,
    region: variables.S3_REGION,
    ...(variables.S3_ENDPOINT && { endpoint: variables.S3_ENDPOINT }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    forcePathStyle: variables.S3_FORCE_PATH_STYLE,
    prefix: variables.S3_PREFIX?.replace(/\/*$/, '/') ?? '',
    cacheBytes: variables.S3_CACHE_BYTES,
    delivery: variables.S3_DELIVERY,
  }
  return { ok: true, options }
}

/** The process's own environment, read once. Ends the process with status 78 (EX_CONFIG) where it is not usable. */
export const env: Env = readProcessEnv()

function readProcessEnv(): Env {
  loadDotEnv()
  const parsed = parseEnv(process.env)
  if (parsed.ok) return parsed.env
  const lines = parsed.faults.map(({ name, message }) => `  ${name}: ${message}`)
  process.stderr.write(`Environment not usable 环境变量有误 (see .env.example):\n${lines.join('\n')}\n`)
  process.exit(78)
}

/** Variables already set win over those of the file, which need not exist. */
function loadDotEnv() {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function absolute(path: string) {
  return resolve(path)
}

function isTimeZone(name: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
