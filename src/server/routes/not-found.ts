import type { RequestHandler } from 'express'
import { Problem } from '../../device/problems'

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>404 · 宣播 Xuanbo</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 12px; text-align: center;
    font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #222; background: #fff }
  h1 { margin: 0; font-size: 28px }
  p { margin: 0; color: #666 }
  a { color: #b3161b }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #141414 } p { color: #aaa } a { color: #ff7b7f } }
</style>
<h1>没有这个页面</h1>
<p lang="en">There is no such page</p>
<p><a href="/admin">管理后台 <span lang="en">Admin</span></a></p>
</html>
`

/** Whatever is nobody's address: a page for a person, a problem for a program. */
export const notFound: RequestHandler = (request, response) => {
  if (request.accepts(['json', 'html']) !== 'html') throw new Problem('not-found')
  response.status(404).type('html').send(page)
}

/** Addresses that are Next's; all others are told of by ourselves. */
export function isNextPath(path: string): boolean {
  return /^\/(admin|_next|__nextjs[\w-]*)(\/|$)/.test(path)
}
