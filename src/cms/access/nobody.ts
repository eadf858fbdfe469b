import type { Access } from 'payload'

/** Nobody over HTTP; the server's own code writes with `overrideAccess`. */
export const nobody: Access = () => false
