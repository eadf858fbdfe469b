// Files that Payload generates from the configuration, all committed:
//   node src/cms/generate.mjs                    writes the types and the admin's import map
//   node src/cms/generate.mjs --check            exits 1 where they, or the migrations, are not what the configuration asks for
//   node src/cms/generate.mjs migration <name>   writes a migration for what changed in the schema, and the two above
// No database is opened and nothing is fetched.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const types = join(root, 'src/cms/payload-types.ts')
const importMap = join(root, 'src/app/(payload)/admin/importMap.js')
const migrations = join(root, 'src/migrations')
const [command, name] = process.argv.slice(2)

if (command === '--check') check()
else if (command === 'migration' && /^[a-z][a-z0-9_]*$/.test(name ?? '')) createMigration(name)
else if (command === undefined) generate()
else fail('usage: node src/cms/generate.mjs [--check | migration <name>]', 2)

function generate() {
  payload('generate:types')
  payload('generate:importmap')
}

function createMigration(migration) {
  payload('migrate:create', migration, '--skip-empty')
  for (const file of filesOf(migrations)) {
    const source = readFileSync(file, 'utf8')
    // Types must be imported as types, or the module does not load.
    writeFileSync(
      file,
      source.replace(
        '{ MigrateUpArgs, MigrateDownArgs, sql }',
        '{ type MigrateUpArgs, type MigrateDownArgs, sql }',
      ),
    )
  }
  generate()
}

function check() {
  const before = [types, importMap, ...filesOf(migrations)].map((path) => ({
    path,
    content: readFileSync(path, 'utf8'),
  }))
  generate()
  payload('migrate:create', 'schema_not_migrated', '--skip-empty')
  const known = new Set(before.map(({ path }) => path))
  const made = [...filesOf(migrations), ...filesOf(migrations, '.json')].filter((path) =>
    path.includes('schema_not_migrated'),
  )
  for (const path of made) rmSync(path)
  const stale = before.filter(({ path, content }) => readFileSync(path, 'utf8') !== content)
  for (const { path, content } of stale) writeFileSync(path, content)
  const names = [...stale.map(({ path }) => path), ...made.filter((path) => !known.has(path))]
  if (names.length > 0)
    fail(`Not current; run \`node src/cms/generate.mjs\` or add a migration:\n  ${names.join('\n  ')}`, 1)
}

function payload(...args) {
  execFileSync(process.execPath, [join(root, 'node_modules/payload/bin.js'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      PAYLOAD_SECRET: 'for generating files only, opens nothing',
      DATABASE_URI: '',
      TIMEZONE: '',
      DATA_DIR: tmpdir(),
      LOG_LEVEL: 'warn',
      NEXT_TELEMETRY_DISABLED: '1',
      DISABLE_LOGGING: 'true',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function filesOf(dir, ending = '.ts') {
  return readdirSync(dir)
    .filter((file) => file.endsWith(ending))
    .map((file) => join(dir, file))
}

function fail(message, status) {
  process.stderr.write(`${message}\n`)
  process.exit(status)
}
