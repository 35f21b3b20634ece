/** A font for the names on slates, where one lies within reach. */
import { access, constants } from 'node:fs/promises'
import { absent } from '../files/absent.ts'
import { shippedFile } from '../files/shippedFile.ts'

/** The interface's own font; undefined where it is not installed, and slates are then plain cards. */
export async function slateFont(): Promise<string | undefined> {
  const file = shippedFile('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')
  if (file === undefined) return undefined
  const isThere = await access(file, constants.R_OK).then(() => true, absent)
  return isThere ? file : undefined
}
