/** Where an Electron is, and what starting it takes. */
export type ElectronFound = {
  /** The program file. */
  readonly executable: string
  /** The folder it stands in, as electron-builder's `electronDist` wants it. */
  readonly dist: string
  readonly version: string
  /** 'fallback' is the Electron inside the Cypress package, used where no official one can be had. */
  readonly kind: 'official' | 'fallback'
  /** To be added to the environment of electron-vite, the electron package and our own starts. */
  readonly env: Readonly<Record<string, string>>
  /** Switches every start on this machine needs (none for an ordinary user). */
  readonly args: readonly string[]
  /** node_modules with a better-sqlite3 built for this very Electron; only the fallback needs one. */
  readonly nativeModules?: string
}
