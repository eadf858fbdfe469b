import { describe, expect, it } from 'vitest'
import { MediaFault, type MediaFaultCode, mediaFaults } from '../../../src/media/faults'

describe('the table of media faults', () => {
  it.each(Object.entries(mediaFaults))(
    '%s has a status, and words in both languages',
    (code, { status, zh, en }) => {
      expect(code).toMatch(/^(media|storage)(-[a-z]+)+$/)
      expect([400, 413, 415, 500, 503, 507]).toContain(status)
      expect(zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(en).toMatch(/^[A-Z].*\.$/)
    },
  )

  it('makes errors that carry code, status and detail', () => {
    const code: MediaFaultCode = 'media-too-large'
    const fault = new MediaFault(code, { detail: '3 GB' })
    expect(fault).toMatchObject({
      name: 'MediaFault',
      code,
      status: 413,
      detail: '3 GB',
      message: mediaFaults[code].en,
    })
  })
})
