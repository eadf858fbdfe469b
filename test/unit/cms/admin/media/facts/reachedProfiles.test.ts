import { describe, expect, it } from 'vitest'
import { reachedProfiles } from '../../../../../../src/cms/admin/media/facts/reachedProfiles'

const profiles = [{ id: 'led' }, { id: 'tv' }, { id: 'lift' }]

/** Answers by the collection's name, and keeps what was asked. */
function api(answers: Record<string, object[]>) {
  const asked: string[] = []
  const get = async <T>(path: string) => {
    asked.push(path)
    const [collection = ''] = path.split('?')
    return { docs: { 'display-profiles': profiles, ...answers }[collection] ?? [] } as T
  }
  return { asked, get }
}

const ids = ({ profiles: found }: { profiles: { id: string }[] }) => found.map(({ id }) => id)

describe('reachedProfiles', () => {
  it('are all there are for a file, and for a content that is in no playlist', async () => {
    for (const content of [null, 'c']) {
      const found = await reachedProfiles(content, api({}).get)
      expect({ reached: found.reached, ids: ids(found) }).toEqual({
        reached: false,
        ids: ['led', 'tv', 'lift'],
      })
    }
  })

  it('are those of the displays, groups and tags of its schedules, and of displays that it fills', async () => {
    const { get, asked } = api({
      playlists: [{ id: 'p1' }, { id: 'p2' }],
      schedules: [{ targets: { displays: ['d1'], groups: [{ id: 'g1' }], tags: ['大厅'] } }, { targets: {} }],
      displays: [{ profile: 'tv' }, { profile: { id: 'led' } }, { profile: 'tv' }],
    })
    const found = await reachedProfiles('c', get)
    expect({ reached: found.reached, ids: ids(found) }).toEqual({ reached: true, ids: ['led', 'tv'] })
    const displays = decodeURIComponent(asked.find((path) => path.startsWith('displays?')) ?? '')
    for (const clause of ['[filler][in]=p1,p2', '[id][in]=d1', '[groups][in]=g1', '[tags][in]=大厅']) {
      expect(displays).toContain(clause)
    }
  })

  it('are those of every display where a schedule has them all', async () => {
    const { get, asked } = api({
      ...{
        playlists: [{ id: 'p1' }],
        schedules: [{ targets: { all: true } }],
        displays: [{ profile: 'lift' }],
      },
    })
    expect(ids(await reachedProfiles('c', get))).toEqual(['lift'])
    expect(asked.at(-1)).not.toContain('where')
  })
})
