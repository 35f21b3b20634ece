/**
 * How answers get from process to process: only plain values survive the way, so a document travels in its plain
 * form.
 */
import { plainOf, revived } from '../model/plainProject.ts'
import { openProjectSchema } from './calls/project.ts'
import { type Answer, CONTRACT, type Output } from './contract.ts'
import type { CallName } from './names.ts'

type Open = 'project:open'

const holdsDocument = (name: CallName): boolean => CONTRACT[name].output === openProjectSchema

export function sent<N extends CallName>(name: N, output: Output<N>): Answer<N> {
  if (!holdsDocument(name)) return output as Answer<N>
  const open = output as unknown as Output<Open>
  return { ...open, project: plainOf(open.project) } as Answer<N>
}

export function received<N extends CallName>(name: N, answer: Answer<N>): Output<N> {
  if (!holdsDocument(name)) return answer as Output<N>
  const open = answer as unknown as Answer<Open>
  return { ...open, project: revived(open.project) } as Output<N>
}
