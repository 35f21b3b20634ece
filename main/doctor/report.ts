/** What this machine has of what Keyreel can use. Plain data, and its text for people. */
import type { Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'

/** `limited`: there, but not all of it works. */
export type Health = 'ready' | 'limited' | 'missing'

export interface Finding {
  /** Stable, for programs: `ffmpeg`, `encoder.libx264`, `rife` … */
  readonly id: string
  readonly name: Said
  readonly health: Health
  /** What was found, or why it does not work. */
  readonly found: Said
  /** What it makes possible. */
  readonly enables: Said
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

/** A table of fixed columns; what is missing says below what it would enable and how to get it. */
export function formatReport(report: DoctorReport, words: (said: Said) => string): string {
  const { findings, canWork, platform } = report
  const width = Math.max(...findings.map(({ name }) => words(name).length))
  const indent = ' '.repeat(9 + width + 2)
  const lines = findings.flatMap(({ name, health, found, enables, install }) => [
    `${words(say(`doctor:${health}`)).padEnd(9)}${words(name).padEnd(width + 2)}${words(found)}`,
    ...(health === 'ready' ? [] : [`${indent}${words(say('doctor:withIt', { enables }))}`]),
    ...(health === 'ready' || install === undefined
      ? []
      : [`${indent}${words(say('doctor:getIt', { install }))}`]),
  ])
  const lacking = findings.filter(({ health }) => health !== 'ready').length
  const verdict = !canWork
    ? say('doctor:cannotWork')
    : lacking === 0
      ? say('doctor:complete')
      : say('doctor:lacking', { count: lacking })
  return [words(say('doctor:title', { platform })), '', ...lines, '', words(verdict), ''].join('\n')
}
