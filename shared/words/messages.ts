/** Which sentences there are, read off the English texts by the compiler. */

import { action } from './en/action.ts'
import { archive } from './en/archive.ts'
import { camera } from './en/camera.ts'
import { clipSetting } from './en/clipSetting.ts'
import { compare } from './en/compare.ts'
import { dialog } from './en/dialog.ts'
import { doctor } from './en/doctor.ts'
import { document } from './en/document.ts'
import { edit } from './en/edit.ts'
import { effect } from './en/effect.ts'
import { effectParam } from './en/effectParam.ts'
import { engine } from './en/engine.ts'
import { exporting } from './en/exporting.ts'
import { failure } from './en/failure.ts'
import { file } from './en/file.ts'
import { generation } from './en/generation.ts'
import { job } from './en/job.ts'
import { label } from './en/label.ts'
import { media } from './en/media.ts'
import { menu } from './en/menu.ts'
import { method } from './en/method.ts'
import { money } from './en/money.ts'
import { newName } from './en/newName.ts'
import { otio } from './en/otio.ts'
import { progress } from './en/progress.ts'
import { project } from './en/project.ts'
import { property } from './en/property.ts'
import { render } from './en/render.ts'
import { request } from './en/request.ts'
import { sample } from './en/sample.ts'
import { service } from './en/service.ts'
import { shotField } from './en/shotField.ts'
import { source } from './en/source.ts'
import { stop } from './en/stop.ts'
import { storage } from './en/storage.ts'
import { take } from './en/take.ts'
import { transition } from './en/transition.ts'
import { unpainted } from './en/unpainted.ts'
import { words } from './en/words.ts'

/** i18next's namespaces; `edit:trackLocked` is `trackLocked` of `en/edit.ts`. */
export const ENGLISH = {
  camera,
  render,
  progress,
  engine,
  dialog,
  service,
  archive,
  media,
  action,
  menu,
  method,
  otio,
  doctor,
  unpainted,
  take,
  job,
  file,
  exporting,
  storage,
  clipSetting,
  compare,
  document,
  edit,
  effect,
  effectParam,
  failure,
  generation,
  label,
  money,
  project,
  property,
  request,
  shotField,
  source,
  stop,
  transition,
  words,
  newName,
  sample,
} as const

export type Catalogue = typeof ENGLISH
export type Namespace = keyof Catalogue

/** i18next's plural forms; languages other than English have further ones. */
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
export type Plain<Key> = Key extends `${infer Base}_${PluralForm}` ? Base : Key

export type MessageKey = {
  [N in Namespace]: `${N}:${Plain<keyof Catalogue[N]> & string}`
}[Namespace]
