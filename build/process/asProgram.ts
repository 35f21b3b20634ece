/**
 * Runs `work` as what `node FILE` was asked for: prints the sentence it answers, or the error's own sentence
 * instead of a stack that says nothing to the reader.
 */
export async function asProgram(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
