import { homedir } from 'node:os'
import ts from 'typescript'
import { type Rule, syntaxRule, type Violation } from '../Rule.ts'
import { calledName } from '../syntax.ts'
import type { Tree } from '../Tree.ts'

const entries = ['main/index.ts', 'main/cli/index.ts', 'preload/index.ts', 'renderer/index.tsx']

const noBarrels: Rule = {
  name: 'no-barrels',
  teaches:
    'An index file that re-exports its folder hides who uses what and invites cycles. Import the file that has the noun or verb.',
  find: (tree) =>
    tree.sources
      .filter((path) => /(^|\/)index\.(ts|tsx)$/.test(path) && !entries.includes(path))
      .filter((path) =>
        tree
          .parsed(path)
          .statements.some((node) => ts.isExportDeclaration(node) && node.moduleSpecifier),
      )
      .map((path) => ({ path, what: 're-exports other files' })),
}

const noUtils: Rule = {
  name: 'no-utils-files',
  teaches:
    'A file without a subject gathers everything. Name it after its one noun or verb (snap.ts, timecode.ts) and put it where that belongs.',
  find: (tree) =>
    tree.sources
      .filter((path) => /(^|\/)(utils?|helpers?|misc|common)(\.[a-z]+)?(\/|\.tsx?$)/i.test(path))
      .map((path) => ({ path, what: 'has no subject of its own' })),
}

const noSilentCatch = syntaxRule({
  name: 'no-silent-catch',
  teaches:
    'A swallowed error is found months later, elsewhere. Handle it, turn it into a Result, or log why it does not matter here.',
  applies: (path) => /^(main|preload|renderer|shared|build)\//.test(path),
  wrong: (node) => {
    if (!ts.isCallExpression(node) || calledName(node) !== 'catch') return undefined
    const [handler] = node.arguments
    if (!handler || !ts.isArrowFunction(handler)) return undefined
    const { body } = handler
    const empty = ts.isBlock(body)
      ? body.statements.length === 0
      : ['undefined', 'null', 'void 0'].includes(body.getText())
    return empty ? node.getText().slice(-40) : undefined
  },
})

const readable =
  /\.(ts|tsx|cts|mts|js|cjs|mjs|json|md|html|css|sh|yml|yaml|svg|txt)$|(^|\/)\.?[a-z]+$/i

/** Lines of text files in which `pattern` is found. */
function lines(tree: Tree, pattern: RegExp): Violation[] {
  return tree.paths
    .filter((path) => readable.test(path))
    .flatMap((path) =>
      tree
        .text(path)
        .split('\n')
        .flatMap((text, index): Violation[] => {
          const found = pattern.exec(text)
          return found ? [{ path, line: index + 1, what: found[0] }] : []
        }),
    )
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')

const noMachinePaths: Rule = {
  name: 'no-machine-paths',
  teaches:
    'This path exists on one machine only. Derive it from import.meta.dirname (build/paths.ts), the library folder or a temporary folder.',
  find: (tree) => {
    const places = [tree.root, homedir()]
      .filter((place) => place.length > 1)
      .map((place) => escaped(place.replaceAll('\\', '/')))
    return lines(tree, new RegExp(`(?<![\\w.~*}\\])-])(${places.join('|')})/(?=[\\w.])`))
  },
}

const noRegistryHosts: Rule = {
  name: 'no-registry-hosts',
  teaches:
    'Which registry packages come from is the user’s npm configuration, often a mirror: name packages, never hosts.',
  find: (tree) => lines(tree, /\b(registry|npm|mirrors?)\.[a-z0-9-]+\.(org|com|cn|dev|net|io)\b/),
}

export const fileRules: readonly Rule[] = [
  noBarrels,
  noUtils,
  noSilentCatch,
  noMachinePaths,
  noRegistryHosts,
]
