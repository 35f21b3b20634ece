/** The type that makes a call without a handler, or with a wrong answer, a compile error. */
import type { z } from 'zod'
import type { Contract } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'

export type Handler<N extends CallName> = (
  input: z.output<Contract[N]['input']>,
) => z.output<Contract[N]['output']> | Promise<z.output<Contract[N]['output']>>

export type Handlers = { readonly [N in CallName]: Handler<N> }

/** The handlers of one subject: `HandlersOf<'media'>` has every `media:…` call. */
export type HandlersOf<Subject extends string> = {
  readonly [N in CallName as N extends `${Subject}:${string}` ? N : never]: Handler<N>
}
