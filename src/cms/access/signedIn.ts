import type { Access } from 'payload'

/** Any member of staff. */
export const signedIn: Access = ({ req }) => Boolean(req.user)
