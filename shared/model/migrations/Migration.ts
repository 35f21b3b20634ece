/** One step from a document of some version to the next. */
export interface Migration {
  /** What it does, in a word or two: `AddTransitions`. */
  readonly name: string
  /** Pure; the document is plain JSON of the earlier version. */
  readonly up: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>
}
