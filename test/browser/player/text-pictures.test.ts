import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontMeasure } from '../../../src/media/text/font'
import { stillText } from '../../../src/typeset/still-text'
import { contentOf, loopManifest } from '../../factories/loop-manifest'
import { expectText, type PlayerStand, setUpStand } from '../../factories/player-stand'

let stand: PlayerStand

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())

const slogans = [
  '戴口罩、勤洗手、少聚集，科学防疫从我做起！',
  '《让爱点燃希望》：志愿送暖，共同战疫',
  '新时代文明实践站欢迎您参加周末志愿服务活动',
]

it.each([
  [384, 256],
  [1920, 360],
  [1080, 1920],
])('a text on a page of %ix%i has the lines and the size that its picture has', async (width, height) => {
  for (const body of slogans) {
    const { server, page, close } = await stand.open({ width, height })
    const { text } = contentOf('slogan')
    const content = {
      kind: 'text' as const,
      text: { ...text, body, weight: 700, align: 'center', motion: 'still' },
    }
    const screen = { width, height, rotate: 0 as const }
    server.publish(
      loopManifest([{ id: 'slogan', ms: 60_000, content: content as never }], { now: Date.now(), screen }),
    )
    await page.goto(server.link)
    await expectText(page, body.slice(0, 2))
    const shown = await page.evaluate(() => {
      const block = document.querySelector<HTMLElement>('.text-still')
      const lines = Array.from(block?.children ?? [])
      return {
        size: Number.parseFloat(block?.style.fontSize ?? ''),
        lines: lines.map((line) => ({ text: line.textContent, hangs: line.className === 'text-hanging' })),
      }
    })
    const { size, lines } = stillText({
      text: body,
      align: 'center',
      width,
      height,
      measure: fontMeasure(700),
    })
    expect(shown).toEqual({ size, lines })
    await close()
  }
})
