/** Branded ids: a clip's id cannot stand where an asset's is wanted. */
import { z } from 'zod'

const id = <B extends string>() => z.string().min(1).max(128).brand<B>()

export const assetIdSchema = id<'Asset'>()
export const timelineIdSchema = id<'Timeline'>()
export const trackIdSchema = id<'Track'>()
export const itemIdSchema = id<'Item'>()
export const shotIdSchema = id<'Shot'>()
export const pinIdSchema = id<'Pin'>()
export const takeIdSchema = id<'Take'>()
export const markerIdSchema = id<'Marker'>()
export const keyframeIdSchema = id<'Keyframe'>()
export const effectIdSchema = id<'Effect'>()
export const binIdSchema = id<'Bin'>()
export const transitionIdSchema = id<'Transition'>()
export const lookIdSchema = id<'Look'>()
export const projectIdSchema = id<'Project'>()
export const revisionIdSchema = id<'Revision'>()
export const jobIdSchema = id<'Job'>()

export type AssetId = z.infer<typeof assetIdSchema>
export type TimelineId = z.infer<typeof timelineIdSchema>
export type TrackId = z.infer<typeof trackIdSchema>
export type ItemId = z.infer<typeof itemIdSchema>
export type ShotId = z.infer<typeof shotIdSchema>
export type PinId = z.infer<typeof pinIdSchema>
export type TakeId = z.infer<typeof takeIdSchema>
export type MarkerId = z.infer<typeof markerIdSchema>
export type KeyframeId = z.infer<typeof keyframeIdSchema>
export type EffectId = z.infer<typeof effectIdSchema>
export type BinId = z.infer<typeof binIdSchema>
export type TransitionId = z.infer<typeof transitionIdSchema>
export type LookId = z.infer<typeof lookIdSchema>
export type ProjectId = z.infer<typeof projectIdSchema>
export type RevisionId = z.infer<typeof revisionIdSchema>
export type JobId = z.infer<typeof jobIdSchema>

/**
 * Where new ids come from. A command carries the ids of what it makes in its payload, so that applying it is pure
 * and replaying it gives the same document.
 */
export type MakeId = <T extends string>() => T
