/** All German sentences. Loaded only where German is spoken. */
import { action } from './de/action.ts'
import { archive } from './de/archive.ts'
import { camera } from './de/camera.ts'
import { clipSetting } from './de/clipSetting.ts'
import { compare } from './de/compare.ts'
import { dialog } from './de/dialog.ts'
import { doctor } from './de/doctor.ts'
import { document } from './de/document.ts'
import { edit } from './de/edit.ts'
import { effect } from './de/effect.ts'
import { effectParam } from './de/effectParam.ts'
import { engine } from './de/engine.ts'
import { exporting } from './de/exporting.ts'
import { failure } from './de/failure.ts'
import { file } from './de/file.ts'
import { generation } from './de/generation.ts'
import { job } from './de/job.ts'
import { label } from './de/label.ts'
import { media } from './de/media.ts'
import { menu } from './de/menu.ts'
import { method } from './de/method.ts'
import { money } from './de/money.ts'
import { newName } from './de/newName.ts'
import { otio } from './de/otio.ts'
import { progress } from './de/progress.ts'
import { project } from './de/project.ts'
import { property } from './de/property.ts'
import { render } from './de/render.ts'
import { request } from './de/request.ts'
import { sample } from './de/sample.ts'
import { service } from './de/service.ts'
import { shotField } from './de/shotField.ts'
import { source } from './de/source.ts'
import { stop } from './de/stop.ts'
import { storage } from './de/storage.ts'
import { take } from './de/take.ts'
import { transition } from './de/transition.ts'
import { unpainted } from './de/unpainted.ts'
import { words } from './de/words.ts'
import type { Catalogue } from './messages.ts'
import type { Mistranslated } from './translation.ts'

export const GERMAN = {
  action,
  archive,
  camera,
  clipSetting,
  compare,
  dialog,
  doctor,
  document,
  edit,
  effect,
  effectParam,
  engine,
  exporting,
  failure,
  file,
  generation,
  job,
  label,
  media,
  menu,
  method,
  money,
  newName,
  otio,
  progress,
  project,
  property,
  render,
  request,
  sample,
  service,
  shotField,
  source,
  stop,
  storage,
  take,
  transition,
  unpainted,
  words,
} as const

/** Does not compile while a sentence is missing or speaks of other things: the message names it. */
const mistranslated: Mistranslated<Catalogue, typeof GERMAN, 'de'> = 'none'
void mistranslated
