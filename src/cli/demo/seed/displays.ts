import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { displayStates } from '../../../device/display-states'
import { tokenHash } from '../../../device/tokens'
import { type DemoDisplay, displays, groups } from '../campaign'

/** A display of the demo that is paired: what its player needs, and its shape. */
export type PairedDisplay = {
  key: string
  id: string
  name: string
  venue: string
  token: string
  width: number
  height: number
}

/** Makes the displays that are missing, with their groups, and pairs each with a token that only this demo's secret gives. */
export async function seedDisplays(
  payload: Payload,
  { secret, now }: { secret: string; now: () => number },
): Promise<void> {
  for (const [key, display] of Object.entries(displays)) {
    const id = (await findDisplay(payload, display.name)) ?? (await createDisplay(payload, display))
    await displayStates(payload).pair(id, tokenHash(tokenOf(key, secret)), null, now())
  }
}

/** The demo's displays that are still there. */
export async function pairedDisplays(payload: Payload, secret: string): Promise<PairedDisplay[]> {
  const found: PairedDisplay[] = []
  for (const [key, { name, venue, preset }] of Object.entries(displays)) {
    const id = await findDisplay(payload, name)
    const profile = await findProfile(payload, preset)
    if (id && profile)
      found.push({
        key,
        id,
        name,
        venue,
        token: tokenOf(key, secret),
        width: profile.width,
        height: profile.height,
      })
  }
  return found
}

async function createDisplay(payload: Payload, { preset, group, ...display }: DemoDisplay) {
  const profile = await findProfile(payload, preset)
  if (!profile) throw new Error(`no display profile ${preset}`)
  const data = {
    ...display,
    profile: profile.id,
    groups: [await groupId(payload, groups[group])],
    pollSeconds: 1,
    timezone: 'Asia/Shanghai',
  }
  const { id } = await payload.create({
    collection: 'displays',
    data: { ...data, emergencyOutsideHours: true },
  })
  return id
}

async function findDisplay(payload: Payload, name: string) {
  const { docs } = await payload.find({
    collection: 'displays',
    where: { name: { equals: name } },
    limit: 1,
    depth: 0,
  })
  return docs[0]?.id ?? null
}

async function findProfile(payload: Payload, preset: string) {
  const where = { preset: { equals: preset } }
  const { docs } = await payload.find({ collection: 'display-profiles', where, limit: 1, depth: 0 })
  return docs[0] ?? null
}

async function groupId(payload: Payload, title: string) {
  const { docs } = await payload.find({
    collection: 'display-groups',
    where: { title: { equals: title } },
    limit: 1,
    depth: 0,
  })
  return docs[0]?.id ?? (await payload.create({ collection: 'display-groups', data: { title } })).id
}

function tokenOf(key: string, secret: string) {
  return createHmac('sha256', secret).update(`display ${key}`).digest('base64url')
}
