import type { Payload } from 'payload'
import { profilePresets } from './presets'

/** Adds the presets that are missing, and leaves those alone that are there, edited or not. */
export async function seedPresets(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'display-profiles',
    where: { preset: { exists: true } },
    depth: 0,
    pagination: false,
  })
  const present = new Set(docs.map(({ preset }) => preset))
  for (const preset of profilePresets.filter((one) => !present.has(one.preset))) {
    await payload.create({ collection: 'display-profiles', data: preset })
  }
}
