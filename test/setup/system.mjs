// Before the tests: a Chromium and a Chinese font, which npm does not bring. As root on Debian they are installed; elsewhere it is
// said what to install.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const chromium = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const hasChromium = chromium.some((path) => path && existsSync(path))
const hasFont = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim()
const missing = [...(hasChromium ? [] : ['chromium']), ...(hasFont ? [] : ['fonts-noto-cjk'])]

if (missing.length > 0) {
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    process.stderr.write(
      `The browser tests need ${missing.join(' and ')}. Install them and run the tests again:\n`,
    )
    process.stderr.write(`  sudo apt-get update && sudo ${install}\n`)
    process.stderr.write('or, with a Chromium of your own, set CHROMIUM_PATH to its executable.\n')
    process.exit(1)
  }
  process.stdout.write(`Installing ${missing.join(', ')} for the browser tests …\n`)
  run('apt-get update -qq')
  run(`DEBIAN_FRONTEND=noninteractive ${install} -qq`)
}

function run(command) {
  const { status } = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}
