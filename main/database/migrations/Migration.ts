/** One step of the store's form. Steps are never changed once released: a mistake is mended by the next one. */
export interface Migration {
  /** 1, 2, 3 … without holes; SQLite's user_version after it ran. */
  readonly version: number
  readonly name: string
  readonly sql: string
}
