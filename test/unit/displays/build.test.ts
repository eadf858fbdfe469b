import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'acorn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPlayer } from '../../../displays/build.mjs'
import { run } from '../../bench/bundle'

let outdir: string
const built = (name: string) => readFile(join(outdir, name), 'utf8')

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'xuanbo-build-'))
  await buildPlayer({ outdir })
})
afterAll(() => rm(outdir, { recursive: true, force: true }))

describe('buildPlayer', () => {
  it.each(['player.js', 'sw.js'])(
    'writes %s as a classic script of ES2015, which Chromium 53 reads',
    async (name) => {
      const script = await built(name)
      expect(() => parse(script, { ecmaVersion: 2015, sourceType: 'script' })).not.toThrow()
    },
  )

  /** Younger than Chromium 53, and needed by nothing that works without them. */
  it.each([
    ['Object.entries, Object.values', /Object\.(entries|values|fromEntries)\b/],
    ['flat, flatMap, at, replaceAll, padStart', /\.(flat|flatMap|at|replaceAll|padStart|trimEnd)\(/],
    ['Promise.allSettled, Promise.any, finally', /Promise\.(allSettled|any)|\.finally\(/],
    ['ParentNode.append, replaceChildren', /\.(append|prepend|replaceChildren)\(/],
    ['Blob.arrayBuffer and text on blobs', /blob\.(arrayBuffer|text)\(/],
    ['globalThis, queueMicrotask, structuredClone', /\b(globalThis|queueMicrotask|structuredClone)\b/],
    ['BigInt', /\bBigInt\b|\d+n\b/],
    ['ResizeObserver', /ResizeObserver/],
  ])('does without %s', async (_, pattern) => {
    expect(await built('player.js')).not.toMatch(pattern)
  })

  it.each([/\binset\s*:/, /aspect-ratio/, /\bgap\s*:/, /display:\s*grid/, /:is\(|:where\(/])(
    'styles without %s',
    async (pattern) => {
      expect(await built('player.css')).not.toMatch(pattern)
    },
  )

  it('names the page’s files by whole paths, so that the preview can serve it from elsewhere', async () => {
    const page = await built('index.html')
    const paths = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path)
    expect(paths.filter((path) => !path?.startsWith('/player/') && !path?.startsWith('data:'))).toEqual([])
    expect(page).toContain('<html ')
  })

  it('brings every subset of the font that its style sheet names, under a name that no device has', async () => {
    const css = await built('fonts.css')
    const named = [...css.matchAll(/url\(\/player\/fonts\/([^)]+)\)/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(150)
    expect(new Set(await readdir(join(outdir, 'fonts')))).toEqual(new Set(named))
    expect(css).not.toContain("'Noto Sans SC'")
    expect(css).not.toMatch(/\.woff\)/)
  })

  it('keeps to its budget of 35 KiB', async () => {
    expect(await run()).toMatchObject({ bench: 'bundle', unit: 'bytes', ok: true })
  })
})
