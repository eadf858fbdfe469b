import type { PayloadRequest } from 'payload'
import type { Role } from './roles'

/** The role of who asks, or null without a session. */
export function roleOf(req: Pick<PayloadRequest, 'user'>): Role | null {
  return (req.user?.role as Role | undefined) ?? null
}
