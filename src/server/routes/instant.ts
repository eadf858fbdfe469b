import { z } from 'zod'

/** An RFC 3339 instant of a query, as UTC ms. A plus sign that was not encoded arrives as a space, and is taken for what it was. */
export const instant = z
  .string()
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.iso.datetime({ offset: true, error: 'must be an instant such as 2026-10-01T19:30:00+08:00' }))
  .transform((text) => Date.parse(text))
