/** Filter options that change from frame to frame. */
import { formatRational, type Rational } from '../time/rational.ts'
import { type Curve, curveAt, expressionOf, isConstant, linesThrough } from './curve.ts'
import { decimal, expression } from './escape.ts'

/**
 * A filter with numbers for options. Where one changes, commands in front of it tell it so; `name` is then unique in
 * the graph. `tolerance`: how far a number may be off.
 */
export function withOptions(
  filter: string,
  options: Readonly<Record<string, Curve>>,
  { rate, name, tolerance, fixed = '' }: Commanding,
): string[] {
  const entries = Object.entries(options)
  const settings = entries.map(([option, curve]) => `${option}=${decimal(curveAt(curve, 0))}`)
  const all = [...settings, ...(fixed === '' ? [] : [fixed])].join(':')
  const moving = entries.filter(([, curve]) => !isConstant(curve))
  if (moving.length === 0) return [`${filter}=${all}`]
  const target = `${filter}@${name()}`
  // Half a frame early, so that rounding cannot make a value a frame late.
  const seconds = (frame: number): string => decimal(((frame - 0.5) * rate.den) / rate.num)
  const commands = moving.flatMap(([option, curve]) =>
    linesThrough(curve, tolerance).map((line) => {
      const value = expressionOf([line], `(T*${formatRational(rate)})`)
      return `${seconds(Math.max(0.5, line.start))}-${seconds(line.end)} [expr] ${target} ${option} ${value}`
    }),
  )
  return [`sendcmd=c=${expression(commands.join(';'))}`, `${target}=${all}`]
}

export interface Commanding {
  readonly rate: Rational
  readonly name: () => string
  readonly tolerance: number
  /** Further options, as they are written. */
  readonly fixed?: string
}
