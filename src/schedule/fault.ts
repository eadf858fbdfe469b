/** One thing wrong with a problem: where (RFC 6901 JSON pointer), what (kebab-case code), and why, for a person. */
export type Fault = { pointer: string; code: string; message: string }

/** RFC 6901: the pointer of a path of member names and indexes; the whole document is the empty string. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
