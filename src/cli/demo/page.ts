import { playerLink } from './playerLink'
import type { PairedDisplay } from './seed/displays'

type Frame = { title: string; what: string; kind: string }

/** What stands under each screen. */
const frames: Record<string, Frame> = {
  square: { title: '人民广场条形大屏', what: '户外 LED · 1920×360 · 日间与晚间两套节目', kind: 'led' },
  crossing: { title: '滨江路口小屏', what: '户外 LED · 384×256 · 大字少画', kind: 'led' },
  bus: { title: '16 路公交车载电视', what: '公交移动电视 · 1280×720 · 有声 · 早晚高峰换节目', kind: 'tv' },
  lobby: { title: '政务大厅电梯竖屏', what: '楼宇电视 · 1080×1920 · 周末换节目', kind: 'lobby' },
}

/** The page `/demo`: all screens of the demo at once, each playing by itself. */
export function demoPage(displays: PairedDisplay[], key: { kid: string; x: string }): string {
  const screens = displays.map((display) => screen(display, playerLink(display, key))).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>宣播 · 四屏同播演示</title>
<style>${style}</style>
</head>
<body>
<header>
<h1><span>宣播</span>四屏同播</h1>
<p>同一场宣传活动，四种屏幕，各播各的尺寸与节目。在<a href="/admin">管理后台</a>改一条标语、换一张海报，两秒内这里就变。</p>
</header>
<main>
${screens}
</main>
<footer>每个画面都是一台真正的播放终端：按排期自主播放，断网照播。点标题可单独打开；公交电视有声音，点一下画面即可播放。<br>
<span lang="en">Four real players: each follows its own schedule and goes on without the server. Click a title to open one alone.</span></footer>
</body>
</html>
`
}

function screen({ key, width, height, name, venue }: PairedDisplay, link: string) {
  const { title, what, kind } = frames[key] ?? { title: name, what: venue, kind: 'tv' }
  return `<figure class="${key} ${kind}">
<div class="device"><iframe src="${link}&fit" title="${escapeHtml(title)}" allow="autoplay" style="aspect-ratio:${width}/${height}"></iframe></div>
<figcaption><a href="${link}" target="_blank">${escapeHtml(title)}</a><small>${escapeHtml(what)}</small></figcaption>
</figure>`
}

function escapeHtml(value: string) {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const style = `
:root { color-scheme: dark; --ink: #f2ede4; --dim: #a39b8d; --red: #d23b2c; }
* { box-sizing: border-box; }
html { background: #14110f; }
body { margin: 0; min-height: 100vh; padding: clamp(16px, 2.4vw, 36px); color: var(--ink);
  font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
  background: radial-gradient(1200px 600px at 50% -10%, #3a1c17 0, #1c1512 55%, #14110f 100%); }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 28px; max-width: 1500px; margin: 0 auto 22px; }
h1 { margin: 0; font-size: clamp(22px, 2.2vw, 32px); font-weight: 700; letter-spacing: .06em; }
h1 span { color: #fff; background: var(--red); border-radius: 6px; padding: 2px 12px; margin-right: 14px; letter-spacing: .12em; }
header p { margin: 0; color: var(--dim); flex: 1 1 420px; }
a { color: inherit; text-decoration-color: #ffffff55; text-underline-offset: 4px; }
a:hover { text-decoration-color: var(--red); }
a:focus-visible { outline: 2px solid var(--red); outline-offset: 4px; border-radius: 2px; }
main { max-width: 1500px; margin: 0 auto; display: grid; gap: 20px clamp(20px, 2.2vw, 36px); align-items: center;
  grid-template: "square square lobby" auto "crossing bus lobby" auto / minmax(0, 1fr) minmax(0, 1.85fr) minmax(0, 1fr); }
figure { margin: 0; }
.square { grid-area: square; } .crossing { grid-area: crossing; } .bus { grid-area: bus; } .lobby { grid-area: lobby; }
.device { position: relative; }
iframe { display: block; width: 100%; border: 0; background: #000; }
.led .device { padding: 10px; background: linear-gradient(#3b3f45, #1e2125); border-radius: 6px;
  box-shadow: 0 0 0 1px #00000080, 0 18px 50px #0009, 0 0 70px #d23b2c22; }
.square .device::after, .crossing .device::after { content: ""; position: absolute; top: 100%; left: 50%; translate: -50% 0; width: 26%; height: 14px;
  background: linear-gradient(90deg, #0000, #2a2d31 8% 92%, #0000); }
.tv .device { padding: 16px 16px 22px; border-radius: 16px; background: linear-gradient(160deg, #3a3d42, #17181a 60%);
  box-shadow: 0 0 0 1px #0008, 0 20px 50px #000a; }
.tv .device::after { content: ""; position: absolute; bottom: 8px; right: 24px; width: 6px; height: 6px; border-radius: 50%; background: #57d68d; box-shadow: 0 0 8px #57d68d; }
.lobby .device { padding: 12px 12px 34px; border-radius: 10px; background: linear-gradient(100deg, #b9bcc0, #eceef0 45%, #8f9296);
  box-shadow: 0 20px 50px #000a; }
.lobby .device::after { content: "▲   ▼"; white-space: pre; position: absolute; bottom: 5px; left: 0; right: 0; text-align: center; font-size: 13px; color: #55595e; }
figcaption { margin-top: 18px; text-align: center; line-height: 1.5; }
figcaption a { font-weight: 700; font-size: 17px; }
figcaption small { display: block; color: var(--dim); font-size: 13.5px; }
footer { max-width: 1500px; margin: 30px auto 0; color: var(--dim); font-size: 13.5px; text-align: center; }
@media (max-width: 860px) {
  main { align-items: start; grid-template: "square" auto "bus" auto "lobby" auto "crossing" auto / minmax(0, 1fr); }
  .lobby, .crossing { width: min(100%, 360px); justify-self: center; }
}
`
