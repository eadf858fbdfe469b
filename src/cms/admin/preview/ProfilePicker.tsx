'use client'
import { useConfig, useDocumentInfo, useLivePreviewContext, usePreferences } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { DisplayProfile } from '../../payload-types'
import { staffRequest, unlessAborted } from '../staffRequest'
import { useSay } from '../useSay'

const preferenceKey = 'preview-profile'

/** Chooses the screen that the live preview shows: the address of the player page names its profile. */
export function ProfilePicker() {
  const { collectionSlug } = useDocumentInfo()
  const { isLivePreviewing, setURL, url } = useLivePreviewContext()
  const { say } = useSay()
  const selectId = useId()
  const profiles = useProfiles(isLivePreviewing)
  const [chosen, choose] = useChosenProfile(collectionSlug ?? '')
  const known = profiles.some(({ id }) => id === chosen) ? chosen : ''

  useEffect(() => {
    if (!url || !isLivePreviewing || profiles.length === 0) return
    const wanted = new URL(url)
    if (known) wanted.searchParams.set('profile', known)
    else wanted.searchParams.delete('profile')
    if (wanted.href !== url) setURL(wanted.href)
  }, [known, isLivePreviewing, profiles, setURL, url])

  if (!isLivePreviewing || profiles.length === 0) return null
  const usual =
    collectionSlug === 'displays'
      ? { zh: '本屏屏型', en: 'Its own screen' }
      : { zh: '默认屏型', en: 'Usual screen' }
  return (
    <label className="xb-profile" htmlFor={selectId}>
      <span>{say({ zh: '预览屏型', en: 'Preview as' })}</span>
      <select
        className="xb-select"
        id={selectId}
        value={known}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{say(usual)}</option>
        {profiles.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function useProfiles(wanted: boolean): DisplayProfile[] {
  const { config } = useConfig()
  const { language } = useSay()
  const [profiles, setProfiles] = useState<DisplayProfile[]>([])
  useEffect(() => {
    if (!wanted) return
    const abort = new AbortController()
    const path = `${config.routes.api}/display-profiles?limit=100&depth=0&sort=title`
    staffRequest<{ docs: DisplayProfile[] }>(path, { language, signal: abort.signal })
      .then((answer) => answer.ok && setProfiles(answer.value.docs))
      .catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [wanted, config.routes.api, language])
  return profiles
}

/** Remembered for the user, and apart for displays, which have a profile of their own. */
function useChosenProfile(collection: string): [string, (id: string) => void] {
  const { getPreference, setPreference } = usePreferences()
  const [chosen, setChosen] = useState('')
  const key = collection === 'displays' ? `${preferenceKey}-displays` : preferenceKey
  useEffect(() => {
    void getPreference<string>(key).then((saved) => setChosen(saved ?? ''))
  }, [getPreference, key])
  return [
    chosen,
    (id) => {
      setChosen(id)
      void setPreference(key, id)
    },
  ]
}
