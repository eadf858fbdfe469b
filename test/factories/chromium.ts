import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser that tests run in: CHROMIUM_PATH, or where one usually is. Throws with advice where there is none. */
function findChromium(): string {
  const candidates = [process.env.CHROMIUM_PATH, ...USUAL_PLACES].filter((path) => path !== undefined)
  const found = candidates.find((path) => existsSync(path))
  if (!found) throw new Error('No Chromium found: install it, or set CHROMIUM_PATH')
  return found
}

/** Starts it headless. `args` are added to those that tests need, `env` to the environment. */
export function launchChromium(args: string[] = [], env: Record<string, string> = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
  })
}
