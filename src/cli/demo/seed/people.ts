import type { Payload } from 'payload'
import { accounts } from '../campaign'

/** Makes the accounts that are missing: straight in the database, since there is nobody yet who could sign in. */
export async function seedPeople(payload: Payload): Promise<void> {
  for (const account of Object.values(accounts)) {
    const where = { email: { equals: account.email } }
    const { totalDocs } = await payload.count({ collection: 'users', where })
    if (totalDocs === 0) await payload.create({ collection: 'users', data: account })
  }
}
