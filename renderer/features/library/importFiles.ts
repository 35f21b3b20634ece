/** Bringing files into the project: both ways end in one command. */

import type { Output } from '../../../shared/ipc/contract.ts'
import { call, importDropped } from '../../bridge/keyreel.ts'
import { errorInWords } from '../../i18n/inWords.ts'
import { dispatch } from '../../store/document.ts'
import { useImports } from './imports.ts'

async function take(work: Promise<Output<'media:choose'>>): Promise<void> {
  useImports.setState({ isBusy: true, refused: [] })
  try {
    const { assets, refused } = await work
    if (assets.length > 0) dispatch('assets.add', { assets })
    useImports.setState({ isBusy: false, refused })
  } catch (error) {
    const message = errorInWords(error)
    useImports.setState({ isBusy: false, refused: [{ name: '', message }] })
  }
}

export const chooseFiles = (): Promise<void> => take(call('media:choose', {}))
export const dropFiles = (files: readonly File[]): Promise<void> => take(importDropped(files))
