import { APIError } from 'payload'
import { languageOf, type Text } from '../../cms/i18n/text'
import { MediaFault, mediaFaults } from '../../media/faults'

/** Faults of the transfer itself; those of the file are in the table of `src/media/faults`. */
const uploadFaults = {
  'signed-out': {
    status: 401,
    zh: '登录已过期，请重新登录后继续上传',
    en: 'Sign in again to go on uploading',
  },
  forbidden: { status: 403, zh: '您的角色不能上传素材', en: 'Your role may not upload media' },
  'upload-unknown': {
    status: 404,
    zh: '没有这个上传，或已过期，请重新选择文件上传',
    en: 'There is no such upload, or it has expired; choose the file again',
  },
  'upload-conflict': {
    status: 409,
    zh: '上传进度与服务器不一致，请重试',
    en: 'The upload is not where the server left it; try again',
  },
  'upload-unfinished': { status: 409, zh: '文件还没有传完', en: 'The file has not arrived whole yet' },
  'upload-invalid': {
    status: 400,
    zh: '上传请求不符合 tus 1.0 协议',
    en: 'The request does not follow the tus 1.0 protocol',
  },
  internal: {
    status: 500,
    zh: '服务器处理时出错，已记录，请稍后重试',
    en: 'The server failed and has logged it; try again later',
  },
} as const satisfies Record<string, { status: number } & Text>

export type UploadFaultCode = keyof typeof uploadFaults

/** Thrown where an upload cannot go on. */
export class UploadFault extends Error {
  override name = 'UploadFault'
  constructor(readonly code: UploadFaultCode) {
    super(uploadFaults[code].en)
  }
}

/** What an answer says of a fault (RFC 9457): `detail` is for the person. */
export type UploadProblem = {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
}

/** Whatever was thrown, in the language of who asked. What is not theirs to mend is `internal`. */
export function problemOf(error: unknown, i18n: { language?: string }): UploadProblem {
  const language = languageOf(i18n)
  if (error instanceof MediaFault) return problem(error.code, mediaFaults[error.code], language)
  if (error instanceof UploadFault) return problem(error.code, uploadFaults[error.code], language)
  if (error instanceof APIError && error.status < 500) {
    const first = (error.data as { errors?: { code?: string; message?: string }[] } | null)?.errors?.[0]
    const words = first?.message ?? error.message
    return problem(first?.code ?? 'refused', { status: error.status, zh: words, en: words }, language)
  }
  return problem('internal', uploadFaults.internal, language)
}

/** The fault that a status of the tus server stands for; its own words are for programs. */
export function faultOfStatus(status: number): UploadFault | MediaFault {
  if (status === 404 || status === 410) return new UploadFault('upload-unknown')
  if (status === 409) return new UploadFault('upload-conflict')
  if (status === 413) return new MediaFault('media-too-large')
  return new UploadFault(status < 500 ? 'upload-invalid' : 'internal')
}

function problem(code: string, words: { status: number } & Text, language: keyof Text): UploadProblem {
  return { type: 'about:blank', title: words.en, status: words.status, code, detail: words[language] }
}
