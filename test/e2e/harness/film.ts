/**
 * An edit made step by step in the real window: after each step the document is exactly what one command makes of the
 * one before, and all of it can be undone to the start and redone to the end.
 */
import { expect } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Clip } from '../../../shared/model/clip.ts'
import type { ItemId, PinId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import {
  type PlacedItem,
  pinsOf,
  settingsOf,
  timelineOf,
  tracksOf,
} from '../../../shared/model/select.ts'
import type { Pin, Shot } from '../../../shared/model/shot.ts'
import { ZERO } from '../../../shared/time/rational.ts'
import { after, clipAt, kept } from './document.ts'
import type { Editor } from './editor.ts'
import { named, plain } from './named.ts'

export class Film {
  readonly #editor: Editor
  /** The document as it was before each step, the newest last. */
  readonly #past: Output<'project:open'>[] = []
  #now: Output<'project:open'>

  constructor(editor: Editor, start: Output<'project:open'>) {
    this.#editor = editor
    this.#now = start
  }

  get project(): Project {
    return this.#now.project
  }

  get steps(): number {
    return this.#past.length
  }

  get timeline() {
    return timelineOf(this.project, settingsOf(this.project).timelineId)
  }

  asset(name: string): Asset {
    const found = this.project.assets.values().find((asset) => asset.name === name)
    if (!found) throw new Error(`There is no asset ${name}`)
    return found
  }

  /** The clip of V1 with so many before it. */
  clip(order: number): PlacedItem<Clip> {
    return clipAt(this.project, 'V1', order)
  }

  id(order: number): ItemId {
    return this.clip(order).item.id
  }

  /** What appending the whole of an asset makes. */
  appended(name: string): Project {
    const asset = this.asset(name)
    const tracks = tracksOf(this.project, this.timeline)
    const trackId = (called: string) => tracks.find((track) => track.name === called)?.id
    const sound = asset.info.audio.length > 0
    return after(this.project, 'clips.place', {
      ...{ timelineId: this.timeline.id, mode: 'append', frame: 0 },
      pictureTrackId: trackId('V1'),
      ...(sound && { soundTrackId: trackId('A1') }),
      media: [
        {
          ...{ source: { kind: 'asset', assetId: asset.id }, name, sourceStart: ZERO },
          ...{ duration: 240, picture: true, sound },
        },
      ],
    })
  }

  /** The shot that was just made at a frame of V1, five seconds long and pinned to the first picture of an asset. */
  async shotMade(frame: number, name: string): Promise<Shot> {
    const { page } = this.#editor
    await this.#editor.shows(async () => (await kept(page)).project.shots.size).toBe(1)
    const made = (await kept(page)).project
    const [shot] = made.shots.values()
    const track = tracksOf(made, this.timeline).find((one) => one.name === 'V1')
    if (!shot || !track) throw new Error('There is no shot')
    const pins = pinsOf(made, shot.id)
    expect(pins.map(({ index, picture }) => [index, picture])).toEqual([
      [0, { assetId: this.asset(name).id, time: ZERO }],
    ])
    const place = { timelineId: this.timeline.id, pictureTrackId: track.id, frame } as const
    await this.step(
      async () => undefined,
      after(this.project, 'shot.create', {
        ...{ shot, pins, place: { ...place, mode: 'insert', duration: 120 } },
      }),
    )
    return shot
  }

  /** The document with one pin more, of the first picture of an asset. */
  withPin(shot: Shot, index: number, name: string): Project {
    const picture = { assetId: this.asset(name).id, time: ZERO }
    const pin = { id: `pin-${index}` as PinId, shotId: shot.id, index, picture }
    return after(this.project, 'pin.add', { pin })
  }

  pinAt(shot: Shot, index: number): Pin {
    const found = pinsOf(this.project, shot.id).find((pin) => pin.index === index)
    if (!found) throw new Error(`There is no pin at ${index}`)
    return found
  }

  /** Does something, and waits until the document is what it should be, in one revision. */
  async step(act: () => Promise<void>, wanted: Project): Promise<void> {
    expect(plain(wanted)).not.toEqual(plain(this.project))
    await act()
    const { page } = this.#editor
    await this.#editor
      .shows(async () => named((await kept(page)).project, this.project))
      .toEqual(named(wanted, this.project))
    this.#past.push(this.#now)
    this.#now = await kept(page)
  }

  /** Undoes every step, one after another, and redoes them: each time the document is the one that was there then. */
  async thereAndBack(): Promise<void> {
    const all = [...this.#past, this.#now]
    for (const state of this.#past.toReversed()) await this.#goes('Control+KeyZ', state)
    for (const state of all.slice(1)) await this.#goes('Control+Shift+KeyZ', state)
  }

  async #goes(key: string, to: Output<'project:open'>): Promise<void> {
    await this.#editor.press(key)
    await this.#editor
      .shows(async () => (await kept(this.#editor.page)).head.revisionId)
      .toBe(to.head.revisionId)
    expect(plain((await kept(this.#editor.page)).project)).toEqual(plain(to.project))
  }
}
