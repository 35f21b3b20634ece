// Who may import whom: ARCHITECTURE.md's table as data. Each comment is what the developer reads who crosses a line,
// so it says why the line is there and where the code should go instead. Run by build/check/layering.ts.

const sides = '^(main|preload|renderer|shared|build|test)/'

const list = (names) => (names.length ? names.join(', ') : 'nothing else')

const within = (scope, from, allowed, why, everywhere = []) => ({
  name: `${from}-may-import-${allowed.length ? allowed.join('-and-') : 'only-itself'}`.replaceAll(
    '/',
    '.',
  ),
  comment: `${from}/ may import ${list(allowed)} besides itself. ${why}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: scope, pathNot: `^(${[from, ...allowed, ...everywhere].join('|')})/` },
})

const side = (from, allowed, why) => within(sides, from, allowed, why)

const domain =
  'time <- model <- edit <- commands <- history; generation, render and interchange read time and model.'

const inShared = (from, allowed, why) =>
  within(
    '^shared/',
    `shared/${from}`,
    allowed.map((name) => `shared/${name}`),
    `${domain} ${why} All of them but time make sentences with shared/words.`,
    from === 'time' || from === 'words' ? [] : ['shared/words'],
  )

const onlyThrough = (name, door, comment) => ({
  name: `${name}-only-through-its-door`,
  comment,
  severity: 'error',
  from: { path: sides, pathNot: `^(${door}|test/)` },
  to: { path: `(^|/)node_modules/(@types/)?${name}(/|$)|^${name}$` },
})

module.exports = {
  forbidden: [
    side(
      'shared',
      [],
      'It is the product without its machinery: whatever needs a process, a window or a disk is passed in as a value.',
    ),
    side(
      'preload',
      ['shared'],
      'It only exposes the contract of shared/ipc; work belongs to a handler in main/ipc or to the renderer.',
    ),
    side(
      'renderer',
      ['shared'],
      'It reaches the main process only through renderer/bridge; put common knowledge into shared/.',
    ),
    side(
      'main',
      ['shared'],
      'What main and the window both need goes into shared/; tools for developers stay in build/.',
    ),
    side(
      'build',
      ['shared', 'main'],
      'Set-up and checks must run before the window or the tests can.',
    ),

    inShared('time', [], 'Time knows nothing but numbers.'),
    inShared(
      'words',
      [],
      'A sentence knows nothing of what it speaks of: names and numbers are its parameters.',
    ),
    inShared(
      'model',
      ['time'],
      'The model is nouns; a verb that changes them goes into shared/edit.',
    ),
    inShared(
      'edit',
      ['time', 'model'],
      'A verb of the trade knows no command and no history: whoever dispatches it does.',
    ),
    inShared(
      'commands',
      ['time', 'model', 'edit'],
      'A command applies verbs; history records commands, not the other way round.',
    ),
    inShared(
      'history',
      ['time', 'model', 'commands'],
      'History replays commands and knows no renderer, engine or file format.',
    ),
    inShared(
      'generation',
      ['time', 'model'],
      'A request is a document of its own: what the timeline needs of it, it asks for.',
    ),
    inShared(
      'render',
      ['time', 'model'],
      'One description of the picture, made from the model alone.',
    ),
    inShared(
      'interchange',
      ['time', 'model'],
      'A file format is read into the model and written from it, nothing more.',
    ),
    inShared(
      'actions',
      ['time', 'model', 'commands'],
      'An action names a command, its label and its key.',
    ),
    inShared(
      'jobs',
      ['time', 'model', 'generation', 'render', 'interchange'],
      'A job carries a payload; the queue and its runners are in main/jobs.',
    ),

    {
      name: 'shared-has-one-library',
      comment:
        'shared/ uses zod and no other package (shared/words i18next too), so that it runs anywhere unchanged. Pass the value in, or move the code to the side that owns the library.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/words/' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'shared-words-has-two-libraries',
      comment:
        'shared/words uses zod and i18next and no other package. Formats are added to the one wording in shared/words/wording.ts, with Intl.',
      severity: 'error',
      from: { path: '^shared/words/' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(zod|i18next)/' },
    },
    {
      name: 'node-only-in-main-build-and-test',
      comment:
        'shared/, renderer/ and preload/ run without Node (the window is sandboxed). Ask main for it through an entry of shared/ipc/contract.ts.',
      severity: 'error',
      from: { path: '^(shared|renderer|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    onlyThrough(
      'electron',
      'main/(index\\.ts$|app/|ipc/)|preload/|build/',
      'Only main/index.ts, main/app, main/ipc and preload know Electron; services run without it (the command line does). Declare a port and implement it in main/app.',
    ),
    onlyThrough(
      'fluent-ffmpeg',
      'main/media/ffmpeg/',
      'fluent-ffmpeg is archived and stays behind one adapter: add what you need to main/media/MediaEngine.ts and implement it in main/media/ffmpeg.',
    ),
    onlyThrough(
      'better-sqlite3',
      'main/database/',
      'Only main/database opens SQLite: add a method to a repository there instead of writing SQL elsewhere.',
    ),
    {
      name: 'only-the-composition-root-knows-implementations',
      comment:
        'Depend on the port (main/media/MediaEngine.ts, main/engines/GenerationEngine.ts) and let main/compose.ts choose the implementation; tests pass a fake the same way.',
      severity: 'error',
      from: {
        path: '^main/',
        pathNot: '^main/(compose\\.ts$|index\\.ts$|cli/|(media|engines)/[^/]+/)',
      },
      to: { path: '^main/(media|engines)/[^/]+/' },
    },
    {
      name: 'implementations-do-not-know-each-other',
      comment:
        'One engine must be replaceable without the other: share through the port beside them, or pass it in from main/compose.ts.',
      severity: 'error',
      from: { path: '^main/(media|engines)/([^/]+)/' },
      to: { path: '^main/(media|engines)/[^/]+/', pathNot: '^main/$1/$2/' },
    },
    {
      name: 'the-protocol-server-has-few-users',
      comment:
        'main/server is the server side of the Runware protocol: only main/compose.ts, main/cli and the fakes of the tests start it. Services use the engine port.',
      severity: 'error',
      from: { path: sides, pathNot: '^main/(compose\\.ts$|cli/|server/)|^test/' },
      to: { path: '^main/server/' },
    },
    {
      name: 'features-meet-in-the-store',
      comment:
        'A feature never imports another: both read and dispatch through renderer/store. What two features show alike becomes a component in renderer/ui.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'the-store-knows-no-features',
      comment:
        'renderer/store, bridge and playback stand below the features: let the feature subscribe instead of calling it from here.',
      severity: 'error',
      from: { path: '^renderer/(store|bridge|playback)/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'ui-is-dumb',
      comment:
        'A component of renderer/ui gets everything by props: it knows neither store, bridge, playback nor features. Connect it in a feature.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(features|store|bridge|playback)/' },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment:
        'Only `dependencies` travel in the packaged program: move the package there, or the code to build/ or test/.',
      severity: 'error',
      from: { path: '^(main|preload|renderer|shared)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(electron|@types)/',
      },
    },
    {
      name: 'imports-resolve',
      comment:
        'There is no such file. Relative imports carry their .ts extension, so that Node runs the sources as they are.',
      severity: 'error',
      from: { path: sides },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other hide a third: take what both use into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Without these, packages that only have `exports` do not resolve.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
