import { accounts } from './campaign'
import { playerLink } from './playerLink'
import type { PairedDisplay } from './seed/displays'

const roles = {
  administrator: '管理员 administrator',
  editor: '采编 editor',
  operator: '运维 operator',
  viewer: '只读 viewer',
}

/** What the terminal shows once the demo plays. */
export function summary(url: string, displays: PairedDisplay[], key: { kid: string; x: string }): string {
  const people = Object.values(accounts).map(
    ({ email, password, role }) => `  ${email.padEnd(26)} ${password}   ${roles[role]}`,
  )
  const screens = displays.map(
    (display) =>
      `  ${display.name}（${display.width}×${display.height}）\n    ${url}${playerLink(display, key)}`,
  )
  return [
    '',
    '宣播演示已就绪  The Xuanbo demo is ready',
    '',
    `四屏同播  All four screens   ${url}/demo`,
    `管理后台  Admin              ${url}/admin`,
    '',
    '账号  Accounts',
    ...people,
    '',
    '单个屏幕  Each screen by itself',
    ...screens,
    '',
    '按 Ctrl+C 结束；删除 .demo 文件夹可重新开始。  Ctrl+C ends it; delete the folder .demo to start anew.',
    '',
  ].join('\n')
}
