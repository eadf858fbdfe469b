/** What a member of staff may do: see "Who uses it" in the README. */
export const roles = ['administrator', 'editor', 'operator', 'viewer'] as const

export type Role = (typeof roles)[number]
