/** A text in both languages of the interface. */
export type Text = { zh: string; en: string }

export type Language = keyof Text

/** The language of a request or a page; Chinese for all that is not English. */
export function languageOf(i18n: { language?: string }): Language {
  return i18n.language?.startsWith('en') ? 'en' : 'zh'
}
