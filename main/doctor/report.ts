/** What this machine has of what Keyreel can use. Plain data, and its text for people. */

/** `limited`: there, but not all of it works. */
export type Health = 'ready' | 'limited' | 'missing'

export interface Finding {
  /** Stable, for programs: `ffmpeg`, `encoder.libx264`, `rife` … */
  readonly id: string
  readonly name: string
  readonly health: Health
  /** What was found, or why it does not work. */
  readonly found: string
  /** What it makes possible. */
  readonly enables: string
  /** The one line that brings it, where there is one. */
  readonly install?: string
  readonly version?: string
  readonly path?: string
  /** Which of several places it comes from, e.g. `setting`, `packaged`, `npm`, `path`. */
  readonly source?: string
}

export interface DoctorReport {
  readonly platform: string
  readonly findings: readonly Finding[]
  /** False when something that everything stands on (ffmpeg, ffprobe, Node) is missing. */
  readonly canWork: boolean
}

const MARKS: Readonly<Record<Health, string>> = {
  ready: 'ready',
  limited: 'part',
  missing: 'missing',
}

/** A table of fixed columns; what is missing says below what it would enable and how to get it. */
export function formatReport(report: DoctorReport): string {
  const width = Math.max(...report.findings.map(({ name }) => name.length))
  const indent = ' '.repeat(9 + width + 2)
  const lines = report.findings.flatMap(({ name, health, found, enables, install }) => [
    `${MARKS[health].padEnd(9)}${name.padEnd(width + 2)}${found}`,
    ...(health === 'ready' ? [] : [`${indent}with it: ${enables}`]),
    ...(health === 'ready' || install === undefined ? [] : [`${indent}get it:  ${install}`]),
  ])
  const lacking = report.findings.filter(({ health }) => health !== 'ready').length
  const verdict = !report.canWork
    ? 'Keyreel cannot work with media yet: see what is missing above.'
    : lacking === 0
      ? 'Everything is there.'
      : `Keyreel works; ${lacking} ${lacking === 1 ? 'thing' : 'things'} above would add to it.`
  return [`Keyreel on ${report.platform}`, '', ...lines, '', verdict, ''].join('\n')
}
