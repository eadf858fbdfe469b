/** See build.mjs. */
export function buildPlayer(options: { outdir: string; fonts?: boolean }): Promise<void>
