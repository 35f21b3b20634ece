/** Looks: a shot's words with its settings, kept for other shots. */
import type { LookId } from '../../shared/model/ids.ts'
import type { Look } from '../../shared/model/look.ts'
import type { Project } from '../../shared/model/project.ts'
import { byName } from '../../shared/model/select.ts'
import type { Shot } from '../../shared/model/shot.ts'
import { dispatch } from './document.ts'

export const looksOf = (project: Project | null): Look[] =>
  [...(project?.looks.values() ?? [])].sort(byName)

const lookOf = ({ name, prompt, resolution, aspect, loop, hdr, edit }: Shot): Look => ({
  id: crypto.randomUUID() as string as LookId,
  name,
  prompt,
  resolution,
  aspect,
  loop,
  hdr,
  ...(edit && { edit }),
})

export const keepLook = (shot: Shot): boolean => dispatch('look.put', { look: lookOf(shot) })

/** What a look says; the rest stays the shot's own. A transformation's strength is none of a text shot's. */
export function applyLook({ prompt, resolution, aspect, loop, hdr, edit }: Look, shot: Shot): void {
  dispatch('shot.update', {
    shotId: shot.id,
    patch: {
      prompt,
      ...(resolution && { resolution }),
      ...(aspect && { aspect }),
      ...(loop !== undefined && { loop }),
      ...(hdr !== undefined && { hdr }),
      ...(edit && shot.mode === 'transform' && { edit }),
    },
  })
}
