/**
 * Cuts a finished argument list into the pieces fluent-ffmpeg wants. It glues them together again in the same order
 * (a test holds it to that), so our own list stays the truth.
 */
export interface CommandParts {
  readonly inputs: readonly { readonly options: readonly string[]; readonly source: string }[]
  readonly output: { readonly options: readonly string[]; readonly target: string }
}

/**
 * Everything up to the last `-i` belongs to inputs; the rest, further outputs included, to the last output.
 * @throws RangeError when the list names no output.
 */
export function splitArguments(args: readonly string[]): CommandParts {
  const inputs: { options: string[]; source: string }[] = []
  let pending: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string
    const source = args[at + 1]
    if (word === '-i' && source !== undefined) {
      inputs.push({ options: pending, source })
      pending = []
      at++
    } else pending.push(word)
  }
  const target = pending.pop()
  if (target === undefined) throw new RangeError('The ffmpeg arguments name no output')
  return { inputs, output: { options: pending, target } }
}

/** Is this source or target ffmpeg's standard input or output? */
export const isPipe = (name: string): boolean => /^(-|pipe:[01]?)$/.test(name)
