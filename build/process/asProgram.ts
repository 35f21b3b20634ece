/**
 * Runs `work` as what `node FILE` was asked for: prints the sentence it answers, or the error's own sentence
 * instead of a stack that says nothing to the reader.
 */
export async function asProgram(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    const sentence = `${error instanceof Error ? error.message : error}\n`
    // Not by exitCode: electron-builder sets it back on its way out.
    process.stderr.write(sentence, () => process.exit(1))
  }
}
