/** What the program was started for. */

export type Launch =
  | { readonly mode: 'window'; readonly library: string | undefined }
  | { readonly mode: 'selfTest'; readonly library: string | undefined }
  | { readonly mode: 'cli'; readonly words: readonly string[] }

/** Options that the window itself knows; everything else with one or two dashes belongs to Chromium. */
const ASKS_FOR_CLI = ['--help', '--version']

/**
 * @param words the arguments after the program, and after the application's folder where Electron was given one
 */
export function parseLaunch(words: readonly string[]): Launch {
  let library: string | undefined
  let isSelfTest = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--library') {
      library = words[at + 1]
      at++
    } else if (word.startsWith('--library=')) library = word.slice('--library='.length)
    else if (word === '--self-test') isSelfTest = true
    else if (ASKS_FOR_CLI.includes(word) || !word.startsWith('-')) {
      return { mode: 'cli', words: cliWords(words) }
    }
  }
  return { mode: isSelfTest ? 'selfTest' : 'window', library }
}

/** Chromium's own switches that launchers put in front are not the command's. */
const cliWords = (words: readonly string[]): string[] =>
  words.filter(
    (word) => !/^--(no-sandbox|ozone-platform|disable-gpu|enable-unsafe-swiftshader)\b/.test(word),
  )

/** `process.argv` without the program, and without the folder that `electron FOLDER` names. */
export function launchWords(argv: readonly string[], isDefaultApp: boolean): string[] {
  const words = argv.slice(1)
  if (!isDefaultApp) return words
  const folder = words.findIndex((word) => !word.startsWith('-'))
  return words.filter((_, at) => at !== folder)
}
