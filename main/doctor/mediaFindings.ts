/** What the media tools can do, row by row. Pure. */
import { asWritten, type Said } from '../../shared/words/Said.ts'
import { say } from '../../shared/words/say.ts'
import type { MediaTools, ToolAnswer, ToolName, ToolSource } from '../media/MediaTools.ts'
import { INSTALL, installLine } from './install.ts'
import type { Finding } from './report.ts'

const PLACES: Readonly<Record<ToolSource, Said>> = {
  setting: say('doctor:placeSetting'),
  packaged: say('doctor:placePackaged'),
  npm: say('doctor:placeNpm'),
  path: say('doctor:placePath'),
}

/** Encoders and filters that parts of Keyreel need, and what goes without them. */
export const WANTED_PARTS = [
  ['encoder', 'libx264'],
  ['encoder', 'prores_ks'],
  ['encoder', 'aac'],
  ['filter', 'perspective'],
  ['filter', 'xfade'],
  ['filter', 'loudnorm'],
  ['filter', 'ebur128'],
  ['filter', 'drawtext'],
  ['filter', 'minterpolate'],
  ['filter', 'zscale'],
] as const

export function toolFinding(name: ToolName, answer: ToolAnswer, platform: string): Finding {
  const common = {
    ...{ id: name, name: asWritten(name), enables: say(`doctor:${name}For`) },
    ...installLine(INSTALL.ffmpeg, platform),
  }
  if ('problem' in answer) return { ...common, health: 'missing', found: answer.problem }
  const { tool, version, isOld } = answer
  return {
    ...common,
    health: isOld ? 'limited' : 'ready',
    found: say('doctor:toolFrom', {
      version: isOld ? say('doctor:toolOld', { version }) : version,
      ...{ place: PLACES[tool.source], path: tool.path },
    }),
    version,
    path: tool.path,
    source: tool.source,
  }
}

/** One row for each encoder and filter that matters; none when ffmpeg itself is missing. */
export function partFindings(
  capabilities: MediaTools['capabilities'],
  platform: string,
): Finding[] {
  if (!capabilities) return []
  return WANTED_PARTS.map(([kind, part]) => {
    const enables = say(`doctor:${part}For`)
    const there = (kind === 'encoder' ? capabilities.encoders : capabilities.filters).has(part)
    return {
      id: `${kind}.${part}`,
      name: say(`doctor:${kind}`, { part }),
      health: there ? 'ready' : 'missing',
      found: there ? enables : say('doctor:partMissing'),
      enables,
      ...installLine(INSTALL.ffmpeg, platform),
    }
  })
}
