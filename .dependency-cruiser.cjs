// dependency-cruiser never tells swc that a .tsx file holds JSX.
const swc = require('@swc/core')
const { parseFileSync, parseSync } = swc
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('x') })
swc.parseSync = (source, options) => parseSync(source, { ...options, tsx: true })

// Imports point one way: see "Architecture" in README.md. Each folder lists what it may reach in src/.
const may = {
  schedule: [],
  manifest: ['schedule'],
  review: [],
  media: ['manifest'],
  plays: ['manifest'],
  cms: ['schedule', 'manifest', 'review', 'media', 'plays'],
  publish: ['schedule', 'manifest', 'review', 'cms'],
  device: ['publish', 'plays', 'manifest', 'media'],
  jobs: ['media', 'publish', 'plays', 'cms'],
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^(src|displays|payload\\.config)' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: '^(src/|displays/|test/|payload\\.config)',
        pathNot: `^src/(${[folder, ...allowed].join('|')})/`,
      },
    })),
    {
      name: 'pure-parts-stay-pure',
      comment: 'schedule, manifest and review touch no file, clock, network or framework.',
      severity: 'error',
      from: { path: '^src/(schedule|manifest|review)/' },
      to: {
        path: '^(fs|http|https|net|child_process|worker_threads|payload|express|next|sharp|libsql)($|/)',
      },
    },
    {
      name: 'player-stands-alone',
      severity: 'error',
      from: { path: '^displays/' },
      to: { path: '^(src/|test/)', pathNot: '^src/manifest/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(src|displays)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|src/app|src/migrations)' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
