import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDisplay, aMedia, aPlaylist, aSlogan, type Cms, type Rest, startCms } from '../../factories/cms'

let cms: Cms
let rest: Rest

beforeAll(async () => {
  cms = await startCms()
  rest = await cms.as('administrator')
})
afterAll(() => cms.stop())

const create = async (collection: string, data: object) =>
  (await rest('POST', `/${collection}`, data)).body.doc.id
const aSchedule = async (more: object) =>
  create('schedules', {
    title: '早高峰',
    playlist: await aPlaylist(cms.payload, [await aSlogan(cms.payload)]),
    level: 'normal',
    ...more,
  })

type Case = {
  what: string
  make: () => Promise<{ path: string; referrer: { collection: string; title: string } }>
}

const cases: Case[] = [
  {
    what: 'a file of a content',
    make: async () => {
      const id = await aMedia(cms.payload, 'image')
      await create('contents', { title: '海报一', kind: 'poster', media: id })
      return { path: `/media/${id}`, referrer: { collection: 'contents', title: '海报一' } }
    },
  },
  {
    what: 'a cover of a song',
    make: async () => {
      const id = await aMedia(cms.payload, 'image')
      await create('contents', {
        title: '歌一',
        kind: 'song',
        media: await aMedia(cms.payload, 'audio'),
        cover: id,
      })
      return { path: `/media/${id}`, referrer: { collection: 'contents', title: '歌一' } }
    },
  },
  {
    what: 'a content of a playlist',
    make: async () => {
      const id = await aSlogan(cms.payload)
      await aPlaylist(cms.payload, [await aSlogan(cms.payload), id])
      return { path: `/contents/${id}`, referrer: { collection: 'playlists', title: '节目单' } }
    },
  },
  {
    what: 'a playlist of a schedule',
    make: async () => {
      const id = await aPlaylist(cms.payload, [await aSlogan(cms.payload)])
      await aSchedule({ playlist: id })
      return { path: `/playlists/${id}`, referrer: { collection: 'schedules', title: '早高峰' } }
    },
  },
  {
    what: 'the filler of a display',
    make: async () => {
      const id = await aPlaylist(cms.payload, [await aSlogan(cms.payload)])
      await aDisplay(cms.payload, { name: '东侧', filler: id })
      return { path: `/playlists/${id}`, referrer: { collection: 'displays', title: '东侧' } }
    },
  },
  {
    what: 'a display that a schedule targets',
    make: async () => {
      const id = await aDisplay(cms.payload)
      await aSchedule({ targets: { displays: [id] } })
      return { path: `/displays/${id}`, referrer: { collection: 'schedules', title: '早高峰' } }
    },
  },
  {
    what: 'a group that a schedule targets',
    make: async () => {
      const id = await create('display-groups', { title: 'LED' })
      await aSchedule({ targets: { groups: [id] } })
      return { path: `/display-groups/${id}`, referrer: { collection: 'schedules', title: '早高峰' } }
    },
  },
  {
    what: 'a group with a display in it',
    make: async () => {
      const id = await create('display-groups', { title: 'LED' })
      await aDisplay(cms.payload, { name: '西侧', groups: [id] })
      return { path: `/display-groups/${id}`, referrer: { collection: 'displays', title: '西侧' } }
    },
  },
  {
    what: 'a profile of a display',
    make: async () => {
      const id = await create('display-profiles', { title: 'p', width: 100, height: 100 })
      await aDisplay(cms.payload, { name: '北侧', profile: id })
      return { path: `/display-profiles/${id}`, referrer: { collection: 'displays', title: '北侧' } }
    },
  },
  {
    what: 'a campaign with contents',
    make: async () => {
      const id = await create('campaigns', { title: '防疫' })
      await aSlogan(cms.payload, { title: '标语一', campaign: id })
      return { path: `/campaigns/${id}`, referrer: { collection: 'contents', title: '标语一' } }
    },
  },
]

describe('refuses to delete', () => {
  it.each(cases)('$what, and says who names it', async ({ make }) => {
    const { path, referrer } = await make()
    const { status, body } = await rest('DELETE', path)
    expect(status).toBe(409)
    expect(body.errors[0]?.data).toMatchObject({
      code: 'in-use',
      referrers: [expect.objectContaining(referrer)],
    })
    expect(body.errors[0]?.message).toContain(referrer.title)
    expect((await rest('GET', path)).status).toBe(200)
  })

  it('one of many, and deletes the others', async () => {
    const [used, free] = [await aSlogan(cms.payload), await aSlogan(cms.payload)]
    await aPlaylist(cms.payload, [used])
    const { body } = await rest('DELETE', `/contents?where[id][in][0]=${used}&where[id][in][1]=${free}`)
    expect(body.docs.map(({ id }) => id)).toEqual([free])
    expect(body.errors).toEqual([expect.objectContaining({ message: expect.stringContaining('节目单') })])
  })
})

it('deletes a display, and keeps what its player needs to learn of it', async () => {
  const id = await aDisplay(cms.payload)
  await cms.payload.create({ collection: 'display-states', data: { display: id, tokenHash: 'h' } })
  expect((await rest('DELETE', `/displays/${id}`)).status).toBe(200)
  const { docs } = await cms.payload.find({
    collection: 'display-states',
    where: { tokenHash: { equals: 'h' } },
  })
  expect(docs).toMatchObject([{ display: id, removedAt: expect.any(String) }])
})

it('deletes what is no longer named', async () => {
  const content = await aSlogan(cms.payload)
  const playlist = await aPlaylist(cms.payload, [content])
  expect((await rest('DELETE', `/playlists/${playlist}`)).status).toBe(200)
  expect((await rest('DELETE', `/contents/${content}`)).status).toBe(200)
})
