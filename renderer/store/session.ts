/** What the window is busy with: neither undoable nor part of the document. */
import { create } from 'zustand'
import type { Property } from '../../shared/model/clip.ts'
import type { ItemId, KeyframeId, PinId, ShotId, TakeId, TrackId } from '../../shared/model/ids.ts'

export type Tool = 'select' | 'razor' | 'ripple' | 'roll' | 'slip' | 'slide' | 'rate'
export type Workspace = 'edit' | 'direct' | 'deliver'
export type Dialog =
  | 'export'
  | 'history'
  | 'settings'
  | 'jobs'
  | 'shortcuts'
  | 'doctor'
  | 'projects'
  | 'palette'
  | 'projectSettings'
  | 'speed'
  | 'freeze'
  | 'insertTime'
  | 'scaleKeys'
  | 'pasteAttributes'

/** Which lanes are open under a clip, and where a new keyframe or pin would go. */
export interface FocusedLane {
  readonly itemId: ItemId
  readonly lane: Property | 'pins'
}

/** A frame at the edge of a clip that a trim is about. */
export interface TrimPane {
  readonly itemId: ItemId
  readonly edge: 'first' | 'last'
}

/** What a narrow window lays over its right or left side instead of beside the viewer. */
export type Drawer = 'library' | 'inspector'

export type CompareMode = 'one' | 'side' | 'wipe' | 'difference'

export interface SessionState {
  readonly tool: Tool
  readonly snapping: boolean
  readonly linked: boolean
  readonly workspace: Workspace
  readonly dialog: Dialog | null
  readonly drawer: Drawer | null
  readonly clips: readonly ItemId[]
  readonly keyframes: readonly { itemId: ItemId; property: Property; keyframeId: KeyframeId }[]
  readonly pins: readonly PinId[]
  /** The gap that was clicked: any frame inside it. */
  readonly gap: { readonly trackId: TrackId; readonly frame: number } | null
  /** Asset ids selected in the library. */
  readonly assets: readonly string[]
  /** Asset shown by the source monitor; null = the program monitor. */
  readonly source: string | null
  /** In and out `[in, out)` of the asset in the source monitor, in frames of the source monitor's rate. */
  readonly sourceMarks: { readonly in: number | null; readonly out: number | null }
  readonly openLanes: readonly ItemId[]
  readonly focusedLane: FocusedLane | null
  /** Timeline frames per pixel. */
  readonly framesPerPixel: number
  /** Timeline frame at the left edge of the tracks. */
  readonly scrollFrame: number
  /** Pixels that the tracks are wide, without their headers; the timeline panel keeps it. */
  readonly tracksWidth: number
  /** Frames on both sides of what is being trimmed, shown while it lasts; null: there is no clip on that side. */
  readonly trim: readonly (TrimPane | null)[] | null
  /** Takes auditioned in place of the one in the cut, and how two are compared. */
  readonly audition: {
    readonly shotId: ShotId
    readonly takeIds: readonly TakeId[]
    readonly mode: CompareMode
  } | null
}

export const useSession = create<SessionState>(() => ({
  tool: 'select',
  snapping: true,
  linked: true,
  workspace: 'edit',
  dialog: null,
  drawer: null,
  clips: [],
  keyframes: [],
  pins: [],
  gap: null,
  assets: [],
  source: null,
  sourceMarks: { in: null, out: null },
  openLanes: [],
  focusedLane: null,
  framesPerPixel: 1,
  scrollFrame: 0,
  tracksWidth: 1000,
  trim: null,
  audition: null,
}))

/** Nothing on the timeline is selected; panels and dialogs stay. */
export const selectNothing = (): void =>
  useSession.setState({ clips: [], keyframes: [], pins: [], gap: null })
export const selectClips = (clips: readonly ItemId[]): void =>
  useSession.setState({ clips, keyframes: [], pins: [], gap: null })
export const openDialog = (dialog: Dialog | null): void => useSession.setState({ dialog })
/** Shows an asset in the source monitor, or the program again. */
export const openSource = (assetId: string | null): void =>
  useSession.setState({ source: assetId, sourceMarks: { in: null, out: null } })
