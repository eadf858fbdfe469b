import type { Language, Text } from '../i18n/text'
import { type FaultCode, faultTexts } from './texts'

/** What is wrong with a document: where, what, and the values that its text names. */
export type DocumentFault = { path: string; code: FaultCode; values?: Record<string, string | number | Text> }

/** The text of a fault in one language. */
export function faultText({ code, values = {} }: Omit<DocumentFault, 'path'>, language: Language): string {
  return faultTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'object' ? value[language] : String(value)
  })
}
