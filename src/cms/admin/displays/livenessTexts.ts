import type { Text } from '../../i18n/text'
import type { Liveness } from './liveness'

export const livenessTexts: Record<Liveness, Text> = {
  unpaired: { zh: '未配对', en: 'Not paired' },
  'never-seen': { zh: '从未上线', en: 'Never seen' },
  online: { zh: '在线', en: 'Online' },
  late: { zh: '迟报', en: 'Late' },
  offline: { zh: '离线', en: 'Offline' },
}
