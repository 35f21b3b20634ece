import type { Said } from '../../shared/words/Said.ts'

/** What is saved: the dialog's title, and the one kind of file it can become. */
export interface SaveTarget {
  readonly title: Said
  readonly name: Said
  /** Without a dot. */
  readonly extension: string
}

/** What only the windowed program can do, as handlers see it. main/app implements it. */
export interface SystemPorts {
  readonly version: string
  readonly versions: Readonly<Record<string, string>>
  /** Files that the person chose; empty when the dialog was closed. */
  readonly chooseMedia: () => Promise<readonly string[]>
  /** The folder that the person chose; undefined when the dialog was closed. */
  readonly chooseFolder: (title: Said) => Promise<string | undefined>
  /** The archive that the person chose; undefined when the dialog was closed. */
  readonly chooseArchive: () => Promise<string | undefined>
  /** The request document that the person chose; undefined when the dialog was closed. */
  readonly chooseRequest: () => Promise<string | undefined>
  /** The place that the person chose; undefined when the dialog was closed. */
  readonly chooseTarget: (suggestedName: string, target: SaveTarget) => Promise<string | undefined>
  readonly copyText: (text: string) => void
  /** Opens a folder in the system's file manager. */
  readonly openFolder: (path: string) => Promise<void>
  /** Shows a file in the system's file manager. */
  readonly reveal: (path: string) => void
}
