/** Zones offered beside an instant; all are IANA names. A schedule's or a display's zone may be any other. */
const common = [
  ['Asia/Shanghai', '北京时间 Beijing (UTC+8)'],
  ['Asia/Urumqi', '乌鲁木齐 Ürümqi (UTC+6)'],
  ['Asia/Hong_Kong', '香港 Hong Kong (UTC+8)'],
  ['Asia/Macau', '澳门 Macau (UTC+8)'],
  ['Asia/Taipei', '台北 Taipei (UTC+8)'],
  ['Asia/Tokyo', '东京 Tokyo (UTC+9)'],
  ['Asia/Singapore', '新加坡 Singapore (UTC+8)'],
  ['Europe/London', '伦敦 London'],
  ['Europe/Berlin', '柏林 Berlin'],
  ['America/New_York', '纽约 New York'],
  ['America/Los_Angeles', '洛杉矶 Los Angeles'],
  ['UTC', '协调世界时 UTC'],
] as const

/** The common zones, and the installation's own where it is none of them. */
export function offeredZones(own: string): { value: string; label: string }[] {
  const zones = common.map(([value, label]) => ({ value, label }))
  return zones.some(({ value }) => value === own) ? zones : [{ value: own, label: own }, ...zones]
}
