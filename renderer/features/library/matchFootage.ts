/** Matching the open timeline to the first footage: asked, or done as was chosen once for all. */

import type { Asset } from '../../../shared/model/asset.ts'
import { type FootageOffer, footageOffer } from '../../../shared/model/footageFormat.ts'
import type { Project } from '../../../shared/model/project.ts'
import { dispatch } from '../../store/document.ts'
import { usePreferences } from '../../store/preferences.ts'
import { openDialog, useSession } from '../../store/session.ts'

/** One step that can be undone by itself, behind that of the import. */
export const matchFootage = ({ timeline, format }: FootageOffer): boolean =>
  dispatch('timeline.set', { timelineId: timeline.id, patch: format })

/** @param before the project without `fresh`, which has just come in */
export function offerMatch(before: Project, fresh: readonly Asset[]): void {
  const offer = footageOffer(before, fresh)
  const { firstFootage } = usePreferences.getState()
  if (!offer || firstFootage === 'keep') return
  if (firstFootage === 'match') {
    matchFootage(offer)
    return
  }
  useSession.setState({ footageOffer: offer })
  openDialog('matchFootage')
}
