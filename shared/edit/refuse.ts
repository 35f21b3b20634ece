/** An edit that the document does not allow. Its message is one sentence for the person who tried. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused'
}

/** @throws EditRefused always. */
export function refuse(sentence: string): never {
  throw new EditRefused(sentence)
}
