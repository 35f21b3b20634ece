/** What an animated value of a clip is called: `Scale`, `Blur · Radius`. */
import { effectParamOf, type ValuePath } from '../../shared/model/animatedPath.ts'
import type { Clip } from '../../shared/model/clip.ts'
import { i18n } from './i18n.ts'

export function valueName({ effects }: Pick<Clip, 'effects'>, path: ValuePath): string {
  const param = path === 'speed' ? null : effectParamOf(path)
  if (!param) return i18n.t(`property.${path}`)
  const effect = effects?.find(({ id }) => id === param.effectId)
  const name = paramName(param.param)
  return effect ? `${i18n.t(`effect.kind.${effect.kind}`)} · ${name}` : name
}

/** A parameter of a later version is told by its own name. */
export const paramName = (param: string): string =>
  i18n.t(`effect.param.${param}`, { defaultValue: param })
