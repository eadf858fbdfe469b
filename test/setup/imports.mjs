// Imports point one way (README, "Architecture"). Exits 1 and names each that does not, and each cycle.
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { globSync } from 'tinyglobby'

/** What each folder of src/ may import of the others. What is not named here, src/app and src/server, may import all. */
const may = {
  schedule: [],
  manifest: ['schedule'],
  typeset: [],
  review: [],
  media: ['manifest', 'typeset'],
  plays: ['manifest'],
  cms: ['schedule', 'manifest', 'review', 'media', 'plays'],
  publish: ['schedule', 'manifest', 'review', 'media', 'cms'],
  device: ['publish', 'plays', 'manifest', 'media'],
  jobs: ['media', 'publish', 'plays', 'cms'],
}
/** They touch no file, network, process or framework. */
const pure = ['schedule', 'manifest', 'typeset', 'review']
const impure =
  /^(node:)?(fs|http|https|net|os|child_process|worker_threads|timers)(\/|$)|^(payload|express|next|react|sharp|libsql)(\/|$)/

const files = globSync(['src/**/*.{ts,tsx}', 'displays/**/*.ts', 'payload.config.ts'])
const known = new Set(files)
const graph = new Map(files.map((file) => [file, importsOf(file)]))
const faults = [...graph].flatMap(([file, imports]) => imports.flatMap((found) => judge(file, found)))
for (const cycle of cycles()) faults.push(`cycle: ${cycle.join(' -> ')}`)
if (faults.length > 0) {
  process.stderr.write(`${faults.sort().join('\n')}\n`)
  process.exit(1)
}
process.stdout.write(`${files.length} files, imports point one way\n`)

function importsOf(file) {
  const { module } = parseSync(file, readFileSync(file, 'utf8'))
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    type: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ name: entry.moduleRequest.value, type: entry.isType })),
  )
  return [...fixed, ...passedOn].map(({ name, type }) => ({
    name,
    type,
    file: name.startsWith('.') ? resolve(file, name) : null,
  }))
}

function resolve(from, name) {
  const path = posix.join(posix.dirname(from), name)
  return (
    [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => known.has(candidate)) ?? path
  )
}

function judge(file, { name, type, file: target }) {
  const folder = /^src\/(\w+)\//.exec(file)?.[1]
  if (target === null)
    return pure.includes(folder) && impure.test(name) ? [`${file}: is pure, but imports ${name}`] : []
  if (target.startsWith('test/')) return [`${file}: imports the test ${target}`]
  const other = /^src\/(\w+)\//.exec(target)?.[1]
  if (file.startsWith('displays/')) {
    const own = target.startsWith('displays/') || other === 'typeset' || (other === 'manifest' && type)
    return own ? [] : [`${file}: the player imports ${target}`]
  }
  if (may[folder] === undefined || other === folder || may[folder].includes(other)) return []
  return [`${file}: ${folder} may not import ${target}`]
}

/** Each cycle once, types included. */
function cycles() {
  const found = []
  const state = new Map()
  const visit = (file, path) => {
    if (state.get(file) === 'done') return
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file])
      return
    }
    for (const next of graph.get(file) ?? []) if (next.file !== null) visit(next.file, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}
