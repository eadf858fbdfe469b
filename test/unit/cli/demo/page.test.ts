import { describe, expect, it } from 'vitest'
import { demoPage } from '../../../../src/cli/demo/page'
import { playerLink } from '../../../../src/cli/demo/playerLink'
import { summary } from '../../../../src/cli/demo/summary'

const key = { kid: 'k1', x: 'abc' }
const display = {
  key: 'other',
  id: 'd-1',
  name: '<b>"&大屏',
  venue: '点位',
  token: 't0',
  width: 384,
  height: 256,
}

describe('the pages of the demo', () => {
  it('link to a player that pairs itself', () => {
    const [, encoded = ''] = playerLink(display, key).split('#pair=')
    expect(JSON.parse(Buffer.from(encoded, 'base64url').toString())).toEqual({
      display: 'd-1',
      token: 't0',
      keys: [key],
    })
  })

  it('show each display in its proportions, names escaped', () => {
    const html = demoPage([display], key)
    expect(html).toContain(`<iframe src="${playerLink(display, key)}&fit" title="&lt;b>&quot;&amp;大屏"`)
    expect(html).toContain('aspect-ratio:384/256')
    expect(html).not.toContain('<b>')
  })

  it('print the addresses and the accounts', () => {
    const lines = summary('http://localhost:3000', [display], key)
    expect(lines).toContain('http://localhost:3000/demo')
    expect(lines).toContain(`http://localhost:3000${playerLink(display, key)}`)
    expect(lines).toMatch(/admin@\S+ +\S+ +管理员/)
  })
})
