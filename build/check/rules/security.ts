import ts from 'typescript'
import { type Rule, syntaxRule } from '../Rule.ts'
import { calledName, firstText, importedNames, propertyName } from '../syntax.ts'

const everywhere = (): boolean => true

const noShell = syntaxRule({
  name: 'no-shell',
  teaches:
    'Through a shell, a file name can become a command. Use spawn or execFile with an array of arguments (build/process/run.ts, or the media engine in main).',
  applies: everywhere,
  wrong: (node) => {
    const imported = importedNames(node, ['node:child_process', 'child_process'])
    const shellName = imported.find((name) => name === 'exec' || name === 'execSync')
    if (shellName) return `imports ${shellName}`
    if (calledName(node) === 'execSync') return 'calls execSync'
    if (!ts.isPropertyAssignment(node) || propertyName(node) !== 'shell') return undefined
    return node.initializer.kind === ts.SyntaxKind.FalseKeyword ? undefined : node.getText()
  },
})

/** Settings of a window, each with the one value that takes a wall down. */
const walls = new Map<string, ts.SyntaxKind>([
  ['webSecurity', ts.SyntaxKind.FalseKeyword],
  ['contextIsolation', ts.SyntaxKind.FalseKeyword],
  ['sandbox', ts.SyntaxKind.FalseKeyword],
  ['nodeIntegration', ts.SyntaxKind.TrueKeyword],
  ['nodeIntegrationInWorker', ts.SyntaxKind.TrueKeyword],
  ['nodeIntegrationInSubFrames', ts.SyntaxKind.TrueKeyword],
  ['allowRunningInsecureContent', ts.SyntaxKind.TrueKeyword],
  ['experimentalFeatures', ts.SyntaxKind.TrueKeyword],
  ['webviewTag', ts.SyntaxKind.TrueKeyword],
])

const wallsStand = syntaxRule({
  name: 'window-walls-stand',
  teaches:
    'The window shows media from anywhere: it stays sandboxed and isolated, without Node. Do the work in main and offer it through shared/ipc/calls.',
  applies: everywhere,
  wrong: (node) => {
    if (!ts.isPropertyAssignment(node)) return undefined
    const forbidden = walls.get(propertyName(node) ?? '')
    return forbidden !== undefined && node.initializer.kind === forbidden
      ? node.getText()
      : undefined
  },
})

const switches = ['disable-web-security', 'no-sandbox', 'ignore-certificate-errors']

const noWeakeningSwitches = syntaxRule({
  name: 'no-weakening-switches',
  teaches:
    'The program never weakens Chromium itself. Where a sandbox cannot start (root in CI), whoever starts the program adds the switch: build/electron/describe.ts.',
  applies: (path) => path.startsWith('main/'),
  wrong: (node) => {
    if (!ts.isCallExpression(node) || calledName(node) !== 'appendSwitch') return undefined
    const name = firstText(node)
    return name !== undefined && switches.includes(name) ? `appends --${name}` : undefined
  },
})

/** Which names may be imported from electron by one file only. */
const doors = new Map([
  ['ipcMain', 'main/ipc/handle.ts'],
  ['ipcRenderer', 'preload/index.ts'],
])

const ipcThroughHandle = syntaxRule({
  name: 'ipc-through-handle',
  teaches:
    'Every message is checked for its sender and parsed before anything sees it: register it with handle( from main/ipc/handle.ts; the window calls through preload/index.ts.',
  applies: (path) => /^(main|preload|renderer|shared)\//.test(path),
  wrong: (node) => {
    // By name wherever it stands, so that neither `electron.ipcMain` nor a renamed import slips through.
    if (!ts.isIdentifier(node)) return undefined
    const door = doors.get(node.text)
    if (door === undefined || node.getSourceFile().fileName === door) return undefined
    return `uses ${node.text} outside ${door}`
  },
})

const bridgeIsTheDoor = syntaxRule({
  name: 'bridge-is-the-only-door',
  teaches:
    'Only renderer/bridge touches what the preload exposes, so that a test can put a fake in its place. Import the bridge.',
  applies: (path) => path.startsWith('renderer/') && !path.startsWith('renderer/bridge/'),
  wrong: (node) =>
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'keyreel' &&
    ['window', 'globalThis', 'self'].includes(node.expression.getText())
      ? node.getText()
      : undefined,
})

export const securityRules: readonly Rule[] = [
  noShell,
  wallsStand,
  noWeakeningSwitches,
  ipcThroughHandle,
  bridgeIsTheDoor,
]
