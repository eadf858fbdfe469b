/** Payload's own texts, where ours are clearer. */
export const wording = {
  zh: { general: { noLabel: '—', payloadSettings: '界面设置', untitled: '未命名' } },
  en: { general: { noLabel: '—', payloadSettings: 'Interface settings' } },
}
