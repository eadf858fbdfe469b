import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const fontFolder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))

/** The weights that are shipped; a browser takes the nearer one for the others. */
const WEIGHTS = [400, 700]

/**
 * Builds the player page into `outdir`: index.html, player.js (one classic script, ES2015), player.css, sw.js (the
 * service worker), fonts.css and fonts/ (Noto Sans SC, cut into woff2 subsets by unicode-range). The server serves
 * `outdir` under /player/ and its index.html at /player as well.
 *
 * @param {{ outdir: string, fonts?: boolean }} options `fonts: false` leaves the fonts out (size benchmark, quick tests)
 * @returns {Promise<void>}
 */
export async function buildPlayer({ outdir, fonts = true }) {
  await mkdir(outdir, { recursive: true })
  const { version } = JSON.parse(await readFile(join(here, '../package.json'), 'utf8'))
  const common = {
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2015',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  }
  await build({
    ...common,
    entryPoints: [join(here, 'main.ts')],
    // The small variant: 4 KiB less, and one signature a manifest is all that it checks.
    alias: { tweetnacl: 'tweetnacl/nacl.js' },
    outfile: join(outdir, 'player.js'),
    define: { PLAYER_VERSION: JSON.stringify(version) },
  })
  const script = await readFile(join(outdir, 'player.js'))
  await build({
    ...common,
    entryPoints: [join(here, 'worker/sw.ts')],
    outfile: join(outdir, 'sw.js'),
    // Another script is another set of files to keep.
    define: { PLAYER_BUILD: JSON.stringify(createHash('sha256').update(script).digest('hex').slice(0, 16)) },
  })
  await copyFile(join(here, 'index.html'), join(outdir, 'index.html'))
  await copyFile(join(here, 'player.css'), join(outdir, 'player.css'))
  if (fonts) await buildFonts(outdir)
  else await writeFile(join(outdir, 'fonts.css'), '')
}

async function buildFonts(outdir) {
  const target = join(outdir, 'fonts')
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  const sheets = await Promise.all(
    WEIGHTS.map((weight) => readFile(join(fontFolder, `${weight}.css`), 'utf8')),
  )
  // Another family name than the local font's, so that a subset is only fetched for glyphs that no local font has.
  const css = sheets
    .join('\n')
    .replace(/\/\*[^*]*\*\/\s*/g, '')
    .replace(/font-family: 'Noto Sans SC'/g, "font-family: 'Xuanbo Sans'")
    .replace(/url\(\.\/files\//g, 'url(/player/fonts/')
    .replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
  await writeFile(join(outdir, 'fonts.css'), css)
  const wanted = (await readdir(join(fontFolder, 'files'))).filter((name) => css.includes(`/fonts/${name})`))
  for (const name of wanted) await copyFile(join(fontFolder, 'files', name), join(target, name))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildPlayer({ outdir: process.argv[2] ?? join(here, '../dist/player') })
}
