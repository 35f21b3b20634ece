/** The texts of one language by namespace; the window's own are `translation`. */
export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** @param files by path, as `import.meta.glob` gives them: `./de/timeline.json` becomes `timeline.…`. */
export const withStrings = (
  sentences: Resources,
  files: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Resources => ({
  ...sentences,
  translation: Object.fromEntries(
    Object.entries(files).map(([path, strings]) => [path.replace(/^.*\/|\.json$/g, ''), strings]),
  ),
})
