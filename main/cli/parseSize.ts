import { usageError } from './exitCodes.ts'

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
}

/** Bytes of `500MB`, `1.5 GiB` or `1000`. @throws CommandFailed (usage) for anything else */
export function parseSize(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? []
  const factor = UNITS[unit.toLowerCase()]
  if (digits === undefined || factor === undefined) {
    throw usageError(`"${text}" is no size. Write one like 500MB, 20GB or 1.5GiB.`)
  }
  return Math.round(Number(digits) * factor)
}
