'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import { type Language, languageOf, type Text } from '../i18n/text'

/** Says a text in the language of the page; `language` for what cannot be a text, such as dates. */
export function useSay(): { say: (text: Text) => string; language: Language } {
  const language = languageOf(useTranslation().i18n)
  const say = useCallback((text: Text) => text[language], [language])
  return { say, language }
}
