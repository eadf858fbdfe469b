const zh = {
  pairTitle: '请为本终端配对',
  pairHow: ['登录后台，在「终端」中打开本屏，', '在「配对」处输入此码'],
  fingerprint: '密钥指纹',
  expires: '有效至',
  connecting: '正在连接服务器…',
  noServer: '暂时连不上服务器，正在重试',
  noStorage: '无法使用浏览器存储，稍后重试',
  unnamed: '宣播终端',
  song: '歌曲',
  repair: '配对码',
}

type Words = typeof zh

const en: Words = {
  pairTitle: 'Pair this display',
  pairHow: ['Sign in, open this screen under Displays, ', 'and enter this code at Pair'],
  fingerprint: 'Key fingerprint',
  expires: 'Valid until',
  connecting: 'Connecting to the server…',
  noServer: 'The server cannot be reached; retrying',
  noStorage: 'The browser’s storage cannot be used; retrying',
  unnamed: 'Xuanbo display',
  song: 'Song',
  repair: 'Pairing code',
}

/** The player's few words, in the browser's language: English where that is no Chinese and not unknown. */
export const words: Words = /^(zh|$)/i.test(language()) ? zh : en

/** The language that dates are written in. */
export const locale = words === zh ? 'zh-CN' : 'en-GB'

function language(): string {
  return typeof navigator === 'object' ? navigator.language || '' : ''
}
