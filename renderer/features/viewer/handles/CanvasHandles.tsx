/** The selected clip's frame over the picture: drag it, its corners, its knob and its edges. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { valueAt } from '../../../../shared/model/animate.ts'
import { type Clip, PICTURE_PROPERTIES, type Property } from '../../../../shared/model/clip.ts'
import type { Project } from '../../../../shared/model/project.ts'
import { type PlacedItem, placeClip } from '../../../../shared/model/select.ts'
import type { Timeline } from '../../../../shared/model/timeline.ts'
import { clipAt } from '../../../../shared/render/pictureAt.ts'
import { say } from '../../../../shared/words/say.ts'
import { dispatchAll, newCommand, previewAll } from '../../../store/dispatchAll.ts'
import { cancelPreview } from '../../../store/document.ts'
import { playhead } from '../../../store/playhead.ts'
import { useSession } from '../../../store/session.ts'
import { beginGesture, type PointerAt } from '../../../ui/pointer.ts'
import styles from './CanvasHandles.module.css'
import {
  cropped,
  type Frame,
  moved,
  type Side,
  scaled,
  turned,
  type Values,
  type Vector,
} from './handleGeometry.ts'

type Handle = 'move' | 'scale' | 'rotate' | Side
const CORNERS = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const
const SIDES: readonly Side[] = ['Left', 'Top', 'Right', 'Bottom']
/** Canvas pixels, percent and degrees of an arrow key; ten times as far with Shift. */
const STEP = 1

interface CanvasHandlesProps {
  readonly project: Project
  readonly timeline: Timeline
}

/** Only for one clip that stands still under the playhead. */
export function CanvasHandles({ project, timeline }: CanvasHandlesProps) {
  const ids = useSession((state) => state.clips)
  const isTrial = useSession((state) => state.audition !== null)
  const { frame, speed } = useStore(playhead)
  const chosen = ids
    .filter((id) => project.items.get(id)?.kind === 'clip')
    .map((id) => placeClip(project, id))
    .filter(({ track }) => track.kind === 'picture')
  const [placed] = chosen
  if (!placed || chosen.length > 1 || isTrial || speed !== 0) return null
  if (placed.track.timelineId !== timeline.id || placed.track.hidden || placed.track.locked)
    return null
  if (frame < placed.start || frame >= placed.end || !placed.item.enabled) return null
  return (
    <ClipHandles
      project={project}
      timeline={timeline}
      placed={placed}
      clipFrame={frame - placed.start}
    />
  )
}

interface ClipHandlesProps extends CanvasHandlesProps {
  readonly placed: PlacedItem<Clip>
  readonly clipFrame: number
}

function ClipHandles({ project, timeline, placed, clipFrame }: ClipHandlesProps) {
  const { t } = useTranslation()
  const plane = useRef<HTMLDivElement>(null)
  const { item } = placed
  const layer = clipAt(project, timeline, item, clipFrame)
  if (layer.kind !== 'layer') return null
  const { crop, ...frame } = layer
  const values: Values = Object.fromEntries(
    PICTURE_PROPERTIES.map((property) => [property, valueAt(item.picture[property], clipFrame)]),
  )
  const commandsFor = (next: Values) =>
    Object.entries(next)
      .filter(([property, value]) => value !== values[property as Property])
      .map(([property, value]) =>
        newCommand('property.set', {
          ...{ itemId: item.id, property: property as Property, value, frame: clipFrame },
        }),
      )
  const label = say('label:batchPlace', { clip: say('words:quoted', { name: item.name }) })

  /** The pointer in the canvas's pixels. */
  const pointOf = ({ x, y }: Vector): Vector => {
    const box = plane.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    const scale = timeline.width / box.width
    return { x: (x - box.left) * scale, y: (y - box.top) * scale }
  }
  const next = (handle: Handle, from: Vector, at: PointerAt): Values => {
    const to = pointOf(at)
    const by = { x: to.x - from.x, y: to.y - from.y }
    if (handle === 'move') return moved(values, timeline, by, at.shift)
    if (handle === 'scale') return scaled(values, frame, from, to)
    if (handle === 'rotate') return turned(values, frame, from, to, at.shift)
    return cropped(values, frame, handle, by)
  }
  const press = (handle: Handle) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !plane.current) return
    event.stopPropagation()
    const from = pointOf({ x: event.clientX, y: event.clientY })
    let wanted: Values = {}
    beginGesture(plane.current, event.nativeEvent, {
      update(at) {
        wanted = next(handle, from, at)
        previewAll(label, commandsFor(wanted))
      },
      drop() {
        cancelPreview()
        dispatchAll(label, commandsFor(wanted))
      },
      cancel: cancelPreview,
    })
  }
  const onKey = (handle: Handle) => (event: KeyboardEvent) => {
    const size = STEP * (event.shiftKey ? 10 : 1)
    const by = KEYS[event.key]
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    dispatchAll(label, commandsFor(byKey(handle, values, frame, timeline, by, size)))
  }
  return (
    <div ref={plane} className={styles.plane}>
      <div className={styles.frame} style={styleOf(frame, timeline)}>
        <div
          className={styles.seen}
          style={{
            left: `${crop.left * 100}%`,
            top: `${crop.top * 100}%`,
            right: `${crop.right * 100}%`,
            bottom: `${crop.bottom * 100}%`,
          }}
        >
          <button
            type="button"
            className={styles.body}
            aria-label={t('handle.move', { name: item.name })}
            onPointerDown={press('move')}
            onKeyDown={onKey('move')}
          />
          {SIDES.map((side) => (
            <button
              key={side}
              type="button"
              className={styles.side}
              data-side={side}
              aria-label={t(`handle.crop.${side}`, { name: item.name })}
              onPointerDown={press(side)}
              onKeyDown={onKey(side)}
            />
          ))}
        </div>
        {CORNERS.map((corner) => (
          <button
            key={corner}
            type="button"
            className={styles.corner}
            data-corner={corner}
            tabIndex={corner === 'bottomRight' ? 0 : -1}
            aria-label={t('handle.scale', { name: item.name })}
            onPointerDown={press('scale')}
            onKeyDown={onKey('scale')}
          />
        ))}
        <button
          type="button"
          className={styles.knob}
          aria-label={t('handle.rotate', { name: item.name })}
          onPointerDown={press('rotate')}
          onKeyDown={onKey('rotate')}
        />
      </div>
    </div>
  )
}

const KEYS: Readonly<Record<string, Vector>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function byKey(
  handle: Handle,
  values: Values,
  frame: Frame,
  timeline: Timeline,
  by: Vector,
  size: number,
): Values {
  const step = { x: by.x * size, y: by.y * size }
  if (handle === 'move') return moved(values, timeline, step, false)
  const more = step.x - step.y
  if (handle === 'scale')
    return { scale: Math.max(0, Number(((values.scale ?? 1) + more / 100).toFixed(6))) }
  if (handle === 'rotate') return { rotation: (values.rotation ?? 0) + more }
  return cropped(values, frame, handle, step)
}

/** In percent of the canvas, so that it fits whatever size the picture is shown in. */
const styleOf = ({ centerX, centerY, width, height, rotation }: Frame, timeline: Timeline) => ({
  left: `${((centerX - width / 2) / timeline.width) * 100}%`,
  top: `${((centerY - height / 2) / timeline.height) * 100}%`,
  width: `${(width / timeline.width) * 100}%`,
  height: `${(height / timeline.height) * 100}%`,
  transform: `rotate(${rotation}deg)`,
})
