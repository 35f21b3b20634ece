/** Numbers, amounts and times as the window's language writes them. What is shown as one goes through here. */
import { dollarsOf } from '../../shared/generation/pricing.ts'
import { formatRate } from '../../shared/time/frames.ts'
import type { Rational } from '../../shared/time/rational.ts'
import { dollars } from '../../shared/words/wording.ts'
import { i18n } from './i18n.ts'

/** `$3.60`. @param amount whole units of 1e-7 US dollar. */
export const inDollars = (amount: number): string => dollars(dollarsOf(amount), i18n.language)

/** An amount as it is typed into a field that names the currency: `3.60`. */
export const typedDollars = (amount: number): string =>
  number(dollarsOf(amount), { least: 2, most: 7, grouped: false })

export interface Digits {
  /** Behind the point. */
  readonly least?: number
  readonly most: number
  /** `1,000`; absent: yes. */
  readonly grouped?: boolean
}

/** At most so many digits behind the point. */
export const number = (value: number, { least = 0, most, grouped = true }: Digits): string =>
  new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: grouped,
    // A value that rounds to nothing has no sign.
    signDisplay: 'negative',
  }).format(value)

/** `42 %`. @param share 0..1 and beyond. */
export const percent = (share: number, most = 0): string => `${number(share * 100, { most })} %`

/** `12.4 GB`; below a gigabyte `310 MB`. @param bytes */
export const byteSize = (bytes: number): string =>
  bytes >= 1e9 ? `${number(bytes / 1e9, { most: 1 })} GB` : `${number(bytes / 1e6, { most: 1 })} MB`

/** `23.976 fps` */
export const fps = (rate: Rational): string =>
  `${number(Number(formatRate(rate)), { most: 3 })} fps`

/** `14:03:09` @param at ISO 8601 */
export const clockTime = (at: string): string =>
  new Date(at).toLocaleTimeString(i18n.language, { timeStyle: 'medium', hour12: false })

/** `14:03` @param at ISO 8601 */
export const hour = (at: string): string =>
  new Date(at).toLocaleTimeString(i18n.language, { timeStyle: 'short', hour12: false })

/** `Nov 23, 2026`; `23.11.2026` @param at ISO 8601 */
export const day = (at: string): string =>
  new Date(at).toLocaleDateString(i18n.language, { dateStyle: 'medium' })

/** Day and time. @param at ISO 8601 */
export const moment = (at: string): string =>
  new Date(at).toLocaleString(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hour12: false,
  })
