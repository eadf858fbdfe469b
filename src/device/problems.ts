import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'

type Words = { zh: string; en: string }

/** Every fault of the HTTP interfaces that are ours: its status, and words for a person. */
const problems = {
  'token-missing': { status: 401, zh: '请求未带设备令牌', en: 'The request carries no device token' },
  'token-unknown': { status: 401, zh: '设备令牌无效', en: 'The device token is not known' },
  'signed-out': { status: 401, zh: '请先登录', en: 'Sign in first' },
  forbidden: { status: 403, zh: '您的角色不能这样做', en: 'Your role may not do this' },
  'body-not-json': { status: 400, zh: '请求内容不是 JSON', en: 'The body is not JSON' },
  'body-invalid': { status: 400, zh: '请求内容不符合要求', en: 'The body is not what this call takes' },
  'body-too-large': { status: 413, zh: '请求内容过大', en: 'The body is too large' },
  'query-invalid': { status: 400, zh: '查询参数不符合要求', en: 'The query is not what this call takes' },
  'pairing-expired': { status: 410, zh: '配对码已过期或已使用', en: 'The pairing has expired or was used' },
  'pairing-rejected': { status: 410, zh: '配对已被拒绝', en: 'The pairing was rejected' },
  'pairing-unknown': { status: 401, zh: '没有这个配对请求', en: 'There is no such pairing' },
  'code-unknown': {
    status: 404,
    zh: '没有等待配对的设备显示此码，请核对屏幕上的六位配对码',
    en: 'No device that waits shows this code; check the six characters on the screen',
  },
  'display-unknown': { status: 404, zh: '没有这个终端', en: 'There is no such display' },
  'document-unknown': { status: 404, zh: '没有这个条目', en: 'There is no such document' },
  'manifest-not-ready': {
    status: 503,
    zh: '播出清单尚未生成，请检查终端的屏型',
    en: 'There is no manifest yet; check the profile of this display',
  },
  'media-url-invalid': {
    status: 403,
    zh: '文件地址的签名无效或已过期',
    en: 'The signature of the address is wrong or has expired',
  },
  'media-not-found': {
    status: 404,
    zh: '文件不存在或未获批准播出',
    en: 'There is no such file, or it is not approved',
  },
  'timeline-impossible': {
    status: 422,
    zh: '现有排期无法计算，请按所列字段修改',
    en: 'The schedules as they stand make no timeline; mend the fields named',
  },
  'schedule-invalid': {
    status: 422,
    zh: '排期填写有误，请按所列字段修改',
    en: 'The schedule as it stands cannot be saved; mend the fields named',
  },
  'rate-limited': { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  'not-found': { status: 404, zh: '没有这个地址', en: 'There is nothing at this address' },
  'method-not-allowed': {
    status: 405,
    zh: '此地址不支持该方法',
    en: 'This address does not take that method',
  },
  internal: { status: 500, zh: '服务器内部错误，已记录', en: 'The server failed; it has been logged' },
} as const satisfies Record<string, { status: number } & Words>

export type ProblemCode = keyof typeof problems

export type FieldFault = { pointer: string; detail: string }
/** A fault of a form, as Payload's REST tells of it: `path` is a field's (`dayparts.0.from`). */
export type FormFault = { path: string; code: string; message: string }

/** Thrown anywhere in a handler; answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    readonly details: {
      errors?: (FieldFault | FormFault)[]
      headers?: Record<string, string>
      cause?: unknown
    } = {},
  ) {
    super(problems[code].en, { cause: details.cause })
  }
}

/** Parses input at the edge. @throws Problem naming each bad field by JSON pointer */
export function parseOr<T extends z.ZodType>(schema: T, input: unknown, code: ProblemCode): z.infer<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }))
  throw new Problem(code, { errors })
}

function sendProblem(request: Request, response: Response, problem: Problem): void {
  const { status, zh, en } = problems[problem.code]
  const detail = request.acceptsLanguages('zh', 'en') === 'en' ? en : zh
  response
    .status(status)
    .set(problem.details.headers ?? {})
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: en,
        status,
        code: problem.code,
        detail,
        ...(problem.details.errors ? { errors: problem.details.errors } : {}),
      }),
    )
}

export const nothingHere: RequestHandler = () => {
  throw new Problem('not-found')
}

/** The last handler: whatever was thrown becomes a problem; what is not ours to explain is logged and told of as `internal`. */
export function problemHandler(logError: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = error instanceof Problem ? error : fromParser(error)
    if (problem.code === 'internal') logError(error)
    sendProblem(request, response, problem)
  }
}

/** What Express's body parser throws carries a `type`. */
function fromParser(error: { type?: string; status?: number } | undefined): Problem {
  if (error?.type === 'entity.too.large') return new Problem('body-too-large', { cause: error })
  const isClientFault = typeof error?.type === 'string' && (error.status ?? 500) < 500
  return new Problem(isClientFault ? 'body-not-json' : 'internal', { cause: error })
}
