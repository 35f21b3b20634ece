/** The takes that a command would put into the document, those inside batches too. */
import type { Command } from '../../shared/commands/registry.ts'
import type { ShotId } from '../../shared/model/ids.ts'
import type { Take } from '../../shared/model/take.ts'

export function takesIn(command: Command): { readonly shotId: ShotId; readonly take: Take }[] {
  if (command.type === 'batch') return command.payload.commands.flatMap(takesIn)
  return command.type === 'take.accept' ? [command.payload] : []
}
