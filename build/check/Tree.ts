import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** The files a rule may look at, read and parsed at most once. */
export class Tree {
  readonly root: string
  /** Relative, with forward slashes. */
  readonly paths: readonly string[]
  readonly #texts = new Map<string, string>()
  readonly #parsed = new Map<string, ts.SourceFile>()

  constructor(root: string, paths: readonly string[]) {
    this.root = root
    this.paths = paths
  }

  has(path: string): boolean {
    return this.paths.includes(path)
  }

  text(path: string): string {
    const known = this.#texts.get(path)
    if (known !== undefined) return known
    const text = readFileSync(join(this.root, path), 'utf8')
    this.#texts.set(path, text)
    return text
  }

  parsed(path: string): ts.SourceFile {
    const known = this.#parsed.get(path)
    if (known) return known
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
    const file = ts.createSourceFile(path, this.text(path), ts.ScriptTarget.Latest, true, kind)
    this.#parsed.set(path, file)
    return file
  }

  /** Paths of TypeScript and JavaScript sources. */
  get sources(): readonly string[] {
    return this.paths.filter((path) => /\.(ts|tsx|mts|cts|js|cjs|mjs)$/.test(path))
  }
}
