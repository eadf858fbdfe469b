/** Only local files are read, whatever the original refers to; progress goes to standard output. */
export const commonArgs = [
  '-hide_banner',
  '-nostdin',
  '-v',
  'error',
  '-protocol_whitelist',
  'file',
  '-progress',
  'pipe:1',
]
