/**
 * The one-way rule of docs/architecture.md (arrow = may import):
 * shared/lib <- shared/domain <- shared/{formats,ipc} <- db <- electron/library <- electron/{ipc,main,cli}; renderer -> shared only;
 * preload -> shared/ipc/channels; inside renderer: lib,ui <- pdf <- features <- app; no feature imports another.
 * tests/architecture plants a violation of every rule and expects it to be reported.
 */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to });

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^pdfjs-dist/types/', '\\?url$', '\\?raw$', '\\?worker$'] },
    },
    rule(
      'shared-lib-stands-alone',
      '^shared/lib/',
      { path: '^(shared/(domain|formats|ipc)|db|electron|renderer|tests)/' },
      'shared/lib imports nothing of ours',
    ),
    rule(
      'shared-domain-is-pure',
      '^shared/domain/',
      { path: '^(shared/(formats|ipc)|db|electron|renderer|tests)/' },
      'domain knows no formats, processes or storage',
    ),
    rule(
      'shared-knows-no-outside',
      '^shared/',
      { path: '^(db|electron|renderer|tests)/' },
      'shared is the bottom layer',
    ),
    rule(
      'shared-not-to-core',
      '^shared/',
      { dependencyTypes: ['core'] },
      'shared runs everywhere: no node:* modules',
    ),
    rule(
      'shared-not-to-ui-packages',
      '^shared/',
      { path: 'node_modules/(electron|react|react-dom|better-sqlite3)/' },
      'shared runs everywhere',
    ),
    rule(
      'db-knows-no-outside',
      '^db/',
      { path: '^(electron|renderer|tests)/' },
      'storage knows nothing above it',
    ),
    rule(
      'migrations-stand-alone',
      '^db/migrations/',
      { path: '^(shared|electron|renderer|tests|db/(?!migrations))' },
      'a migration never changes after release, so it imports none of the code that does',
    ),
    rule(
      'library-knows-no-main',
      '^electron/library/',
      { path: '^(electron/(main|ipc|preload|cli)|renderer|tests)/' },
      'the library process runs without a window',
    ),
    rule(
      'library-not-to-electron',
      '^electron/(library|cli)/',
      { path: 'node_modules/electron/' },
      'services run in tests and in the command line too',
    ),
    rule(
      'main-has-no-sql',
      '^electron/(main|ipc)/',
      { path: '^(db|electron/library|renderer|tests)/' },
      'main is thin: no SQL, no domain rules',
    ),
    rule(
      'preload-is-channels-only',
      '^electron/preload/',
      {
        path: '^(shared/(domain|formats|lib)|shared/ipc/(?!channels)|db|electron/(?!preload)|renderer|tests|node_modules/zod)',
      },
      'the preload knows names only',
    ),
    rule(
      'only-library-opens-the-database',
      '^(electron/(?!library)|renderer|shared)',
      { path: '^(db/|node_modules/better-sqlite3)' },
      'one process owns the database',
    ),
    rule(
      'renderer-to-shared-only',
      '^renderer/',
      { path: '^(electron|db|tests)/' },
      'the page reaches the rest through the contract',
    ),
    rule(
      'renderer-not-to-core',
      '^renderer/(?!.*vite)',
      { dependencyTypes: ['core'] },
      'the page is sandboxed',
    ),
    rule(
      'renderer-base-knows-no-features',
      '^renderer/(ui|lib)/',
      { path: '^renderer/(pdf|features|app)/' },
      'lib, ui <- pdf <- features <- app',
    ),
    rule(
      'renderer-ui-knows-no-ipc',
      '^renderer/ui/',
      { path: '^(renderer/lib/(client|queries)|shared/ipc)' },
      'components take data and callbacks',
    ),
    rule(
      'renderer-pdf-knows-no-features',
      '^renderer/pdf/',
      { path: '^renderer/(features|app)/' },
      'lib, ui <- pdf <- features <- app',
    ),
    rule(
      'features-know-no-app',
      '^renderer/features/',
      { path: '^renderer/app/' },
      'only the app joins features',
    ),
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      comment: 'features meet in renderer/app',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    rule('nobody-imports-tests', '^(electron|renderer|shared|db)/', { path: '^tests/' }, 'tests are outside'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules/.cache|out|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
