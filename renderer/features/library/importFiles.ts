/** Bringing files into the project: both ways end in one command. */
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Rational } from '../../../shared/time/rational.ts'
import { call, importDropped } from '../../bridge/keyreel.ts'
import { i18n } from '../../i18n/i18n.ts'
import { errorInWords, inWords } from '../../i18n/inWords.ts'
import { activeTimeline, committedProject, dispatch } from '../../store/document.ts'
import { useImports } from './imports.ts'
import { offerMatch } from './matchFootage.ts'

/** What the project has already, by content and whatever it is called, is told instead of added again. */
function sorted(assets: readonly Asset[]) {
  const names = new Map(
    [...committedProject().assets.values()].map(({ mediaKey, name }) => [mediaKey, name]),
  )
  return {
    fresh: assets.filter(({ mediaKey }) => !names.has(mediaKey)),
    known: assets.flatMap(({ mediaKey, name }) => {
      const there = names.get(mediaKey)
      return there === undefined
        ? []
        : [{ name, message: i18n.t('library.alreadyThere', { name, there }) }]
    }),
  }
}

async function take(work: Promise<Output<'media:choose'>>): Promise<void> {
  useImports.setState({ isBusy: true, told: null, refused: [] })
  try {
    const { assets, refused } = await work
    const { fresh, known } = sorted(assets)
    const before = committedProject()
    if (fresh.length > 0 && dispatch('assets.add', { assets: fresh })) offerMatch(before, fresh)
    useImports.setState({
      isBusy: false,
      refused: [
        ...refused.map(({ name, message }) => ({ name, message: inWords(message) })),
        ...known,
      ],
    })
  } catch (error) {
    const message = errorInWords(error)
    useImports.setState({ isBusy: false, refused: [{ name: '', message }] })
  }
}

/** Numbered pictures become a film of the timeline's rate. */
const sequenceRate = (): Rational => activeTimeline(committedProject()).rate

export const chooseFiles = (): Promise<void> =>
  take(call('media:choose', { sequenceRate: sequenceRate() }))
export const dropFiles = (files: readonly File[]): Promise<void> =>
  take(importDropped(files, sequenceRate()))
