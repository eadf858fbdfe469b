import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium'
import { aSite, type TestSite } from './server'
import { administrator, firstAdministrator, type Staff } from './staff'

/** The built server with its first administrator, and a browser, for the admin's tests. */
export type AdminStand = {
  site: TestSite
  url: string
  staff: Staff
  open(options?: Opening): Promise<Page>
  close(): Promise<void>
}

type Opening = {
  /** Under `/admin`, begun with a slash; else the dashboard is left open. */
  path?: string
  locale?: string
  /** Who signs in; the first administrator, where nobody else is named. */
  as?: { email: string; password: string }
  /** Of the window, in CSS pixels. */
  height?: number
}

/** Starts server and browser once for a file of tests. Each page it opens is signed in, in a context that closes with it. */
export async function setUpAdmin(): Promise<AdminStand> {
  const site = await aSite()
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    await site.remove()
  }
  try {
    const { url } = await site.start()
    const staff = await firstAdministrator(url)
    const launched = await launchChromium()
    browser = launched
    return { site, url, staff, open: (options) => signedIn(launched, url, options), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function signedIn(
  browser: Browser,
  url: string,
  { path, locale = 'zh-CN', as = administrator, height = 900 }: Opening = {},
): Promise<Page> {
  const page = await browser.newPage({ locale, viewport: { width: 1440, height } })
  await page.goto(`${url}/admin/login`)
  await page.fill('input[name=email]', as.email)
  await page.fill('input[name=password]', as.password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  if (path) await page.goto(`${url}/admin${path}`)
  return page
}
