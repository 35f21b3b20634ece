/** What the last import is doing and what it refused, shown in the library until the next one. */
import { create } from 'zustand'

export const useImports = create<{
  readonly isBusy: boolean
  readonly refused: readonly { readonly name: string; readonly message: string }[]
}>(() => ({ isBusy: false, refused: [] }))
