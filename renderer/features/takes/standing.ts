import type { Take } from '../../../shared/model/take.ts'

/** What a take is to the cut: in it, waiting to be judged, or made before the one that was chosen. Pure. */
export function takeStanding(
  take: Take,
  inCut: Take | undefined,
): 'inCut' | 'candidate' | 'earlier' {
  if (inCut?.id === take.id) return 'inCut'
  return inCut && take.number < inCut.number ? 'earlier' : 'candidate'
}
