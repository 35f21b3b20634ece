import { useMemo } from 'react'
import type { AssetId } from '../../../shared/model/ids.ts'
import { useDocument } from '../../store/document.ts'
import { useWhenIdle } from '../../store/whenIdle.ts'
import { usesOf } from './usesOf.ts'

const NONE: ReadonlyMap<AssetId, number> = new Map()

/** Counted again only where clips, shots, takes or assets changed, and not before the change itself is seen. */
export function useUses(): ReadonlyMap<AssetId, number> {
  const project = useWhenIdle(useDocument((state) => state.project))
  const { items, shots, takes, assets } = project ?? {}
  return useMemo(() => (project ? usesOf(project) : NONE), [items, shots, takes, assets])
}
