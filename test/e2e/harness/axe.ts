/** What is wrong with the window for those who do not see it, or not all of it. */
import AxeBuilder from '@axe-core/playwright'
import type { Editor } from './editor.ts'
import { strangePairs } from './strangePairs.ts'

/** Each fault that axe-core finds, with where it is; looked for when nothing moves or fades any more. */
export async function axe(editor: Editor): Promise<string[]> {
  await editor.still()
  // The page may open no second one, in which axe would sum up.
  const { violations } = await new AxeBuilder({ page: editor.page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [`${id}:`, target.join(' '), html, failureSummary].join(' '),
    ),
  )
}

/** The same, and colours that meet here although no test has computed their contrast. */
export const faultsOf = async (editor: Editor): Promise<string[]> => [
  ...(await axe(editor)),
  ...(await strangePairs(editor.page)),
]
