import type { RequestHandler } from 'express'
import type { DisplayStates } from './display-states'
import type { PairingDesk } from './pairing'
import { Problem } from './problems'
import { type BearerCache, credentials, tokenHash } from './tokens'

export type Authentication = {
  cache: BearerCache
  states: DisplayStates
  pairings: PairingDesk
  now: () => number
}

/**
 * Lets only paired displays through, and notes in `response.locals.display` which it is.
 * The first use of a token ends its pairing and voids the token that the display had before.
 */
export function authenticateDisplay({ cache, states, pairings, now }: Authentication): RequestHandler {
  return async (request, response, next) => {
    const header = request.headers.authorization
    const known = cache.displayOf(header)
    response.locals.display = known ?? (await find(header))
    next()
  }

  async function find(header: string | undefined): Promise<string> {
    const token = credentials(header, 'Bearer')
    if (header === undefined || token === null) throw unauthorized('token-missing')
    const hash = tokenHash(token)
    const display = (await states.displayOfToken(hash)) ?? (await pairings.claim(hash, now()))
    if (display === null) throw unauthorized('token-unknown')
    cache.note(header, display)
    return display
  }
}

function unauthorized(code: 'token-missing' | 'token-unknown') {
  return new Problem(code, { headers: { 'WWW-Authenticate': 'Bearer' } })
}
