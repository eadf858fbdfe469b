import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { buildPlayer } from '../../displays/build.mjs'
import { launchChromium } from './chromium'
import { type ProtocolServer, startProtocolServer } from './protocol-server'

/** A browser, and servers that speak the device protocol, for the player's tests. */
export type PlayerStand = {
  /** A new server and a new empty browser profile. */
  open(options?: { width?: number; height?: number; script?: string }): Promise<Opened>
  close(): Promise<void>
}

export type Opened = {
  server: ProtocolServer
  context: BrowserContext
  page: Page
  /** What the page threw. */
  crashes: string[]
  close(): Promise<void>
}

/** Builds the player and starts Chromium once for a file of tests. */
export async function setUpStand(): Promise<PlayerStand> {
  const player = await mkdtemp(join(tmpdir(), 'xuanbo-player-'))
  await buildPlayer({ outdir: player, fonts: false })
  const browser: Browser = await launchChromium(['--autoplay-policy=no-user-gesture-required'])
  return {
    async open({ width = 384, height = 256, script } = {}) {
      const server = await startProtocolServer({ player })
      const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
      if (script) await context.addInitScript(script)
      const page = await context.newPage()
      const crashes: string[] = []
      page.on('pageerror', (error) => crashes.push(String(error)))
      return {
        server,
        context,
        page,
        crashes,
        async close() {
          await context.close()
          await server.stop()
        },
      }
    },
    async close() {
      await browser.close()
      await rm(player, { recursive: true, force: true })
    },
  }
}

export type Colour = { r: number; g: number; b: number }

/** The colour that is on the screen at a point of the window, by default the middle of a 384x256 stage. */
export async function colourAt(page: Page, x = 192, y = 128): Promise<Colour> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { r: data[0] ?? 0, g: data[1] ?? 0, b: data[2] ?? 0 }
}

/**
 * Waits until the screen shows a colour, within a tolerance that film needs. On a busy machine a picture may miss its turn, and is
 * tried again ten seconds later.
 */
export async function expectColour(page: Page, wanted: Colour): Promise<void> {
  const near = (a: number, b: number) => Math.abs(a - b) <= 12
  await expect
    .poll(
      async () => {
        const { r, g, b } = await colourAt(page)
        return near(r, wanted.r) && near(g, wanted.g) && near(b, wanted.b) ? wanted : { r, g, b }
      },
      { interval: 50 },
    )
    .toEqual(wanted)
}

/** Waits until some text is on the screen. */
export async function expectText(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (document.body.textContent ?? '').replace(/\s/g, '')), {
      interval: 50,
    })
    .toContain(text.replace(/\s/g, ''))
}
