/** Asking an engine for a take. Every change is kept first, so that main quotes what is on screen. */

import type { ShotId } from '../../../shared/model/ids.ts'
import { settingsOf } from '../../../shared/model/select.ts'
import { call } from '../../bridge/keyreel.ts'
import { committedProject, dispatch, settled } from '../../store/document.ts'
import { usePreferences } from '../../store/preferences.ts'
import type { EngineName, ShotQuote } from './quotes.ts'
import { selectedShot } from './selected.ts'

/** `quoted` is the amount on screen in 1e-7 USD: main refuses when it is no longer true. @throws CallFailed */
export async function generate(
  shotId: ShotId,
  engine: EngineName,
  quoted: number,
  agreement: { readonly isConfirmed?: boolean; readonly isAnother?: boolean } = {},
): Promise<void> {
  await settled()
  const projectId = settingsOf(committedProject()).id
  await call('shot:generate', { projectId, shotId, engine, quoted, ...agreement })
}

/** Asks the service for its own price of the shot, which the next quote holds. @throws CallFailed */
export async function askService(shotId: ShotId): Promise<void> {
  await settled()
  const projectId = settingsOf(committedProject()).id
  await call('shot:askService', { projectId, shotId })
}

/**
 * The key's way: only what is free goes without a look at the price; a paid engine waits for the button beside
 * its quote.
 */
export async function generateSelected(): Promise<void> {
  const shot = selectedShot()
  if (shot && usePreferences.getState().engine === 'local') await generate(shot.id, 'local', 0)
}

/** Puts a take into the cut that was made from exactly the same; nothing is paid. @throws CallFailed */
export async function reuse(shotId: ShotId, same: ShotQuote['same'][number]): Promise<void> {
  await settled()
  const projectId = settingsOf(committedProject()).id
  const from = { projectId: same.projectId, takeId: same.takeId }
  const take = await call('shot:reuse', { projectId, shotId, from })
  dispatch('take.accept', { shotId, take })
}
