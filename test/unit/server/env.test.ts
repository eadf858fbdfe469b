import { describe, expect, it, vi } from 'vitest'

vi.stubEnv('PAYLOAD_SECRET', 'x'.repeat(32))
const { parseEnv } = await import('../../../src/server/env')
const secret = { PAYLOAD_SECRET: 'x'.repeat(32) }

describe('parseEnv', () => {
  it('needs the secret alone', () => {
    const parsed = parseEnv(secret)
    expect(parsed).toMatchObject({
      ok: true,
      env: { PORT: 3000, TIMEZONE: 'Asia/Shanghai', UPLOAD_MAX_BYTES: 2 ** 31 },
    })
  })

  it('keeps the database in the data folder, unless told otherwise', () => {
    expect(parseEnv({ ...secret, DATA_DIR: '/srv/data' })).toMatchObject({
      env: { DATABASE_URI: 'file:/srv/data/xuanbo.db' },
    })
    expect(parseEnv({ ...secret, DATABASE_URI: 'mongodb://db/x' })).toMatchObject({
      env: { DATABASE_URI: 'mongodb://db/x' },
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ ...secret, PORT: '' })).toMatchObject({ ok: true, env: { PORT: 3000 } })
  })

  it('names every bad variable at once', () => {
    const parsed = parseEnv({
      PORT: '70000',
      TIMEZONE: 'Mars/Olympus',
      DATABASE_URI: 'mysql://x',
      UPLOAD_MAX_BYTES: 'big',
    })
    const names = parsed.ok ? [] : parsed.faults.map(({ name }) => name).sort()
    expect(names).toEqual(['DATABASE_URI', 'PAYLOAD_SECRET', 'PORT', 'TIMEZONE', 'UPLOAD_MAX_BYTES'])
  })

  it('keeps media in a bucket where one is named', () => {
    expect(parseEnv(secret)).toMatchObject({ env: { S3: null } })
    const keys = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }
    const more = { S3_ENDPOINT: 'http://minio:9000', S3_FORCE_PATH_STYLE: 'true', S3_PREFIX: 'a/b' }
    expect(parseEnv({ ...secret, S3_BUCKET: 'media', ...keys, ...more })).toMatchObject({
      env: {
        S3: {
          ...{ bucket: 'media', region: 'us-east-1', endpoint: 'http://minio:9000', prefix: 'a/b/' },
          ...{ forcePathStyle: true, credentials: { accessKeyId: 'id', secretAccessKey: 'key' } },
          delivery: 'redirect',
        },
      },
    })
  })

  it('sends the bytes of a bucket through the server where it is told to', () => {
    const variables = { ...secret, S3_BUCKET: 'media', S3_DELIVERY: 'pass-through' }
    expect(parseEnv(variables)).toMatchObject({ env: { S3: { delivery: 'pass-through' } } })
  })

  it.each([
    [{ S3_ENDPOINT: 'http://minio:9000' }, 'S3_BUCKET'],
    [{ S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'id' }, 'S3_SECRET_ACCESS_KEY'],
    [{ S3_BUCKET: 'media', S3_SECRET_ACCESS_KEY: 'key' }, 'S3_ACCESS_KEY_ID'],
    [{ S3_BUCKET: 'media', S3_FORCE_PATH_STYLE: 'perhaps' }, 'S3_FORCE_PATH_STYLE'],
    [{ S3_BUCKET: 'media', S3_PREFIX: '/a' }, 'S3_PREFIX'],
    [{ S3_BUCKET: 'media', S3_DELIVERY: 'proxy' }, 'S3_DELIVERY'],
  ])('says what is missing or wrong in %o', (variables, name) => {
    const parsed = parseEnv({ ...secret, ...variables })
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.name)).toEqual([name])
  })
})
