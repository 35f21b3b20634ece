/** What the last import or search is doing, and what it refused or found, shown in the library until the next one. */
import { create } from 'zustand'

export const useImports = create<{
  readonly isBusy: boolean
  /** Good news. */
  readonly told: string | null
  readonly refused: readonly { readonly name: string; readonly message: string }[]
}>(() => ({ isBusy: false, told: null, refused: [] }))
