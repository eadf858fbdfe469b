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
})
