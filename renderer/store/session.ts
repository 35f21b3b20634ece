/** What the window is busy with: neither undoable nor part of the document. */
import { create } from 'zustand'
import type { CutRef } from '../../shared/edit/cut.ts'
import type { ValuePath } from '../../shared/model/animatedPath.ts'
import type { FootageOffer } from '../../shared/model/footageFormat.ts'
import type {
  ItemId,
  KeyframeId,
  PinId,
  ShotId,
  TakeId,
  TimelineId,
  TrackId,
  TransitionId,
} from '../../shared/model/ids.ts'

export type Tool = 'select' | 'razor' | 'ripple' | 'roll' | 'slip' | 'slide' | 'rate'
export type Workspace = 'edit' | 'direct' | 'deliver'
export type Dialog =
  | 'export'
  | 'history'
  | 'settings'
  | 'jobs'
  | 'ledger'
  | 'workflow'
  | 'openRequest'
  | 'lookOver'
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
  | 'matchFootage'

/** Which lanes are open under a clip, and where a new keyframe or pin would go. */
export interface FocusedLane {
  readonly itemId: ItemId
  readonly lane: ValuePath | 'pins'
}

/** A frame at the edge of a clip that a trim is about. */
export interface TrimPane {
  readonly itemId: ItemId
  readonly edge: 'first' | 'last'
}

export interface Trim {
  /** Frames on both sides of the cuts, in order of time; null: there is no clip on that side. */
  readonly panes: readonly (TrimPane | null)[]
  /** How far it has gone: `+12 · +00:00:00:12`. */
  readonly moved: string
}

/** What a narrow window lays over its right or left side instead of beside the viewer. */
export type Drawer = 'library' | 'inspector'

/** What a clip shows or says comes first; the rest is what is done to it. */
export type InspectorTab = 'content' | 'transform' | 'effects' | 'sound' | 'info'

export type CompareMode = 'one' | 'side' | 'wipe' | 'difference'

/** Takes that can be seen side by side. */
export const MOST_COMPARED = 4

export interface SessionState {
  readonly tool: Tool
  readonly snapping: boolean
  readonly linked: boolean
  readonly workspace: Workspace
  readonly dialog: Dialog | null
  readonly drawer: Drawer | null
  /** What `matchFootage` asks about. */
  readonly footageOffer: FootageOffer | null
  readonly clips: readonly ItemId[]
  readonly keyframes: readonly { itemId: ItemId; property: ValuePath; keyframeId: KeyframeId }[]
  readonly pins: readonly PinId[]
  readonly transitions: readonly TransitionId[]
  /** Cuts and free edges of clips that were clicked. */
  readonly edges: readonly CutRef[]
  /** The gap that was clicked: any frame inside it. */
  readonly gap: { readonly trackId: TrackId; readonly frame: number } | null
  /** What of the rows has the keys, by its key (features/timeline/things): it is part of the page however narrow it is. */
  readonly focusedThing: string | null
  /** Asset ids selected in the library. */
  readonly assets: readonly string[]
  /** Asset shown by the source monitor; null = the program monitor. */
  readonly source: string | null
  /** Playing goes on from the in-point when it comes to the out-point. */
  readonly loops: boolean
  readonly openLanes: readonly ItemId[]
  readonly focusedLane: FocusedLane | null
  /** Lanes that were asked for; those with keyframes are there anyway. */
  readonly shownLanes: readonly FocusedLane[]
  /** Lanes that are curve editors, by the keys of their rows. */
  readonly curveLanes: readonly string[]
  readonly inspectorTab: InspectorTab
  /** The timelines one came through to the open one, the outermost first. */
  readonly timelinePath: readonly TimelineId[]
  /** Timeline frames per pixel. */
  readonly framesPerPixel: number
  /** Timeline frame at the left edge of the tracks. */
  readonly scrollFrame: number
  /** Pixels that the rows are scrolled down; they keep it. */
  readonly scrollTop: number
  /** Pixels that the tracks are wide, without their headers; the timeline panel keeps it. */
  readonly tracksWidth: number
  /** What is being trimmed, while it lasts. */
  readonly trim: Trim | null
  /** Takes of a shot that are chosen to be compared, in the order of their choice. */
  readonly chosenTakes: { readonly shotId: ShotId; readonly takeIds: readonly TakeId[] } | null
  /** Takes auditioned in place of the one in the cut, and how several are compared. */
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
  footageOffer: null,
  clips: [],
  keyframes: [],
  pins: [],
  transitions: [],
  edges: [],
  gap: null,
  focusedThing: null,
  assets: [],
  source: null,
  loops: false,
  openLanes: [],
  focusedLane: null,
  shownLanes: [],
  curveLanes: [],
  inspectorTab: 'content',
  timelinePath: [],
  framesPerPixel: 1,
  scrollFrame: 0,
  scrollTop: 0,
  tracksWidth: 1000,
  trim: null,
  chosenTakes: null,
  audition: null,
}))

const NOTHING = { clips: [], keyframes: [], pins: [], transitions: [], edges: [], gap: null }
/** Nothing on the timeline is selected; panels and dialogs stay. */
export const selectNothing = (): void => useSession.setState(NOTHING)
export const selectClips = (clips: readonly ItemId[]): void =>
  useSession.setState({ ...NOTHING, clips })
export const selectTransitions = (transitions: readonly TransitionId[]): void =>
  useSession.setState({ ...NOTHING, transitions })
export const selectEdges = (edges: readonly CutRef[]): void =>
  useSession.setState({ ...NOTHING, edges })
/** What lies in lanes is selected beside the clips that have them. */
export const selectKeyframes = (keyframes: SessionState['keyframes']): void =>
  useSession.setState({ keyframes, pins: [], transitions: [], edges: [] })
export const selectPins = (pins: readonly PinId[]): void =>
  useSession.setState({ pins, keyframes: [], transitions: [], edges: [] })
export const openDialog = (dialog: Dialog | null): void => useSession.setState({ dialog })
/** Shows an asset in the source monitor, or the program again. */
export const openSource = (assetId: string | null): void => useSession.setState({ source: assetId })
