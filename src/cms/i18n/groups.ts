import type { Text } from './text'

/** The groups of the navigation, in the order of the work. */
export const groups = {
  content: { zh: '内容', en: 'Content' },
  scheduling: { zh: '排播', en: 'Scheduling' },
  displays: { zh: '终端', en: 'Displays' },
  system: { zh: '系统', en: 'System' },
} satisfies Record<string, Text>
