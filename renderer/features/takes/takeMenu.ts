/** What can be done with a take besides seeing and accepting it. */
import { isStale, resolutionIn } from '../../../shared/model/recipe.ts'
import { resolutionSchema, type Shot } from '../../../shared/model/shot.ts'
import type { Take } from '../../../shared/model/take.ts'
import { say } from '../../../shared/words/say.ts'
import { i18n } from '../../i18n/i18n.ts'
import { newCommand } from '../../store/dispatchAll.ts'
import { committedProject, dispatch } from '../../store/document.ts'
import type { MenuItem } from '../../ui/MenuButton.tsx'

const RESOLUTIONS = resolutionSchema.options

/** Its settings go back into the shot's form, to be changed there: nothing is sent. */
const vary = (shot: Shot, { recipe, number }: Take): boolean =>
  dispatch('shot.restore', { shotId: shot.id, recipe, number })

/** The same request at a larger size, ready to be quoted. */
const master = (shot: Shot, take: Take, resolution: Shot['resolution']): boolean =>
  dispatch('batch', {
    label: say('label:masterShot', { take: take.number, shot: shot.name, resolution }),
    commands: [
      newCommand('shot.restore', { shotId: shot.id, recipe: take.recipe, number: take.number }),
      newCommand('shot.update', { shotId: shot.id, patch: { resolution } }),
    ],
  })

export function takeMenu(shot: Shot, take: Take, copyDocuments: () => void): MenuItem[] {
  const { t } = i18n
  const project = committedProject()
  const own = resolutionIn(take.recipe)
  const larger = own ? RESOLUTIONS.slice(RESOLUTIONS.indexOf(own) + 1) : []
  const isInCut = shot.takeId === take.id
  const isAsNow = project.shots.has(shot.id) && !isStale(project, take)
  return [
    {
      label: t('takes.vary'),
      run: () => vary(shot, take),
      isDisabled: isAsNow,
      hint: isAsNow ? t('takes.settingsAreThere') : undefined,
    },
    {
      label: t('takes.master'),
      isDisabled: larger.length === 0,
      items: larger.map((resolution) => ({
        label: resolution,
        run: () => master(shot, take, resolution),
      })),
    },
    { label: t('takes.copyDocuments'), run: copyDocuments, section: true },
    {
      label: t('takes.remove'),
      run: () => dispatch('take.remove', { shotId: shot.id, takeId: take.id, number: take.number }),
      isDisabled: isInCut,
      hint: isInCut ? t('takes.inCut') : undefined,
      section: true,
    },
  ]
}
