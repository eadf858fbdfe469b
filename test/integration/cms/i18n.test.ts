import type { Field, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultTexts } from '../../../src/cms/faults/texts'
import { type Cms, startCms } from '../../factories/cms'

let cms: Cms
beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

type Said = { where: string; text: unknown }
const han = /\p{Script=Han}/u
/** Texts that are the same in every language: examples of a format, and names. */
const neutral = /^[\x20-\x7e]*$/

const payloadsOwn = /^payload-/
const own = () => cms.config.collections.filter(({ slug }) => !payloadsOwn.test(slug))

/** Everything that a collection says to staff. */
function textsOf(collection: SanitizedCollectionConfig): Said[] {
  const { slug, labels, admin } = collection
  return [
    { where: `${slug}.labels.singular`, text: labels.singular },
    { where: `${slug}.labels.plural`, text: labels.plural },
    { where: `${slug}.group`, text: admin.group },
    ...(admin.description ? [{ where: `${slug}.description`, text: admin.description }] : []),
    ...collection.fields.flatMap((field) => fieldTexts(field, slug)),
  ]
}

function textsOfGlobal({ slug, label, admin, fields }: SanitizedGlobalConfig): Said[] {
  return [
    { where: `${slug}.label`, text: label },
    { where: `${slug}.group`, text: admin?.group },
    { where: `${slug}.description`, text: admin?.description },
    ...fields.flatMap((field) => fieldTexts(field, slug)),
  ]
}

/** Fields that Payload adds by itself speak Payload's languages. */
const added = new Set(['id', 'createdAt', 'updatedAt', 'email', 'password', 'hash', 'salt', 'sessions'])

function fieldTexts(field: Field, under: string): Said[] {
  const name = 'name' in field && field.name ? field.name : field.type
  if (added.has(name) || ('admin' in field && field.admin && 'hidden' in field.admin && field.admin.hidden))
    return []
  const where = `${under}.${name}`
  const admin = (field.admin ?? {}) as { description?: unknown; placeholder?: unknown; disabled?: boolean }
  if (admin.disabled) return []
  const label =
    'label' in field && field.label !== false ? [{ where: `${where}.label`, text: field.label }] : []
  const options = 'options' in field ? field.options : []
  return [
    ...(field.type === 'row' || field.type === 'tabs' ? [] : label),
    ...(admin.description ? [{ where: `${where}.description`, text: admin.description }] : []),
    ...(admin.placeholder ? [{ where: `${where}.placeholder`, text: admin.placeholder }] : []),
    ...('labels' in field && field.labels
      ? Object.entries(field.labels).map(([key, text]) => ({ where: `${where}.labels.${key}`, text }))
      : []),
    ...options.map((option) => ({
      where: `${where}.${typeof option === 'string' ? option : option.value}`,
      text: typeof option === 'string' ? option : option.label,
    })),
    ...('tabs' in field
      ? field.tabs.flatMap((tab) => [
          { where: `${where}.tab`, text: tab.label },
          ...tab.fields.flatMap((child) => fieldTexts(child, where)),
        ])
      : []),
    ...('fields' in field ? field.fields.flatMap((child) => fieldTexts(child, where)) : []),
  ]
}

function fault({ text }: Said): string | null {
  if (typeof text === 'string') return neutral.test(text) ? null : 'one language only'
  const { zh, en } = (text ?? {}) as { zh?: unknown; en?: unknown }
  if (typeof zh !== 'string' || typeof en !== 'string' || !zh || !en) return 'not in both languages'
  if (han.test(en)) return 'Chinese in the English text'
  return han.test(zh) || zh === en || neutral.test(zh) ? null : 'no Chinese in the Chinese text'
}

it('says everything in Chinese and English', () => {
  const said = [...own().flatMap(textsOf), ...cms.config.globals.flatMap(textsOfGlobal)]
  expect(said.length).toBeGreaterThan(200)
  const wrong = said.map((one) => ({ ...one, fault: fault(one) })).filter((one) => one.fault)
  expect(wrong).toEqual([])
})

it('has every fault in both languages, with the same values in each', () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
  for (const { zh, en } of Object.values(faultTexts)) {
    expect(zh).toMatch(han)
    expect(en).not.toMatch(han)
    expect(values(zh)).toEqual(values(en))
  }
})

describe('speaks', () => {
  it.each([
    [undefined, '必填'],
    ['zh-CN,zh;q=0.9,en;q=0.8', '必填'],
    ['en-GB,en;q=0.9', 'required'],
    ['fr', '必填'],
    ['*', '必填'],
  ])('to Accept-Language %s', async (language, word) => {
    const { handleEndpoints } = await import('payload')
    const credentials = { email: `${crypto.randomUUID()}@example.org`, password: 'long enough' }
    await cms.payload.create({ collection: 'users', data: { ...credentials, role: 'administrator' } })
    const { token } = await cms.payload.login({ collection: 'users', data: credentials })
    const request = new Request('http://localhost/api/display-groups', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `JWT ${token}`,
        ...(language && { 'Accept-Language': language }),
      },
      body: '{}',
    })
    const answer = await handleEndpoints({ config: cms.config, request })
    expect(JSON.stringify(await answer.json())).toContain(word)
  })
})
