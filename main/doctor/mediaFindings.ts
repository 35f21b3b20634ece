/** What the media tools can do, row by row. Pure. */
import type { MediaTools, ToolAnswer, ToolName, ToolSource } from '../media/MediaTools.ts'
import { INSTALL, installLine } from './install.ts'
import type { Finding } from './report.ts'

const PLACES: Readonly<Record<ToolSource, string>> = {
  setting: 'your setting',
  packaged: 'packaged with Keyreel',
  npm: 'an npm package',
  path: 'the PATH',
}

const USE: Readonly<Record<ToolName, string>> = {
  ffmpeg: 'previews, the local engine and export',
  ffprobe: 'importing media',
}

/** Encoders and filters that parts of Keyreel need, and what goes without them. */
export const WANTED_PARTS: readonly (readonly ['encoder' | 'filter', string, string])[] = [
  ['encoder', 'libx264', 'H.264 export and proxies'],
  ['encoder', 'prores_ks', 'ProRes export'],
  ['encoder', 'aac', 'AAC sound in exports'],
  ['filter', 'perspective', 'smooth animated moves, scales and turns in exports'],
  ['filter', 'xfade', 'dissolves and wipes in exports'],
  ['filter', 'loudnorm', 'loudness to a broadcast target'],
  ['filter', 'ebur128', 'loudness measured'],
  ['filter', 'drawtext', 'titles and burned-in timecode'],
  ['filter', 'minterpolate', 'bridges between two pictures where RIFE is missing'],
  ['filter', 'zscale', 'HDR footage shown in the right brightness'],
]

export function toolFinding(name: ToolName, answer: ToolAnswer, platform: string): Finding {
  const common = { id: name, name, enables: USE[name], ...installLine(INSTALL.ffmpeg, platform) }
  if ('problem' in answer) return { ...common, health: 'missing', found: answer.problem }
  const { tool, version, isOld } = answer
  return {
    ...common,
    health: isOld ? 'limited' : 'ready',
    found: `${version}${isOld ? ' (older than 5.1)' : ''}, from ${PLACES[tool.source]}: ${tool.path}`,
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
  return WANTED_PARTS.map(([kind, part, enables]) => {
    const there = (kind === 'encoder' ? capabilities.encoders : capabilities.filters).has(part)
    return {
      id: `${kind}.${part}`,
      name: `${kind} ${part}`,
      health: there ? 'ready' : 'missing',
      found: there ? enables : 'this ffmpeg was built without it',
      enables,
      ...installLine(INSTALL.ffmpeg, platform),
    }
  })
}
