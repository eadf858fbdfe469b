import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoSettings } from '../../../../src/cli/demo/settings'
import { temporaryFolder } from '../../../factories/media'

let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

describe('demoSettings', () => {
  it('keeps everything in one folder, with a secret that stays', () => {
    const { environment, secret } = demoSettings(folder.dir, {})
    expect(demoSettings(folder.dir, {}).secret).toBe(secret)
    expect(environment.DATA_DIR).toBe(`${folder.dir}/.demo/data`)
    expect(environment.DATABASE_URI).toBe(`file:${folder.dir}/.demo/data/xuanbo.db`)
    expect(environment.PAYLOAD_SECRET).toMatch(/^[0-9a-f]{64}$/)
  })

  it('lets the shell choose the host, and never the data', () => {
    const { environment } = demoSettings(folder.dir, {
      HOST: '0.0.0.0',
      DATABASE_URI: 'file:/srv/real.db',
      DATA_DIR: '/srv',
    })
    expect(environment.HOST).toBe('0.0.0.0')
    expect(environment.DATABASE_URI).toContain('.demo')
    expect(environment.DATA_DIR).toContain('.demo')
  })
})
