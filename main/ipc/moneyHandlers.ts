import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ProjectId } from '../../shared/model/ids.ts'
import { say } from '../../shared/words/say.ts'
import type { Services } from '../compose.ts'
import { writeAtomically } from '../files/atomicOutput.ts'
import { ledgerCsv } from '../services/ledgerCsv.ts'
import type { HandlersOf } from './Handler.ts'
import type { SaveTarget, SystemPorts } from './SystemPorts.ts'

const BOOKS: SaveTarget = {
  title: say('dialog:exportLedger'),
  name: say('dialog:csv'),
  extension: 'csv',
}

export const moneyHandlers = (
  { money, store, spoken }: Services,
  system: SystemPorts,
): HandlersOf<'money'> => {
  const suggestedName = (projectId: ProjectId | undefined): string =>
    spoken.words(
      projectId === undefined
        ? say('money:booksOfAll')
        : say('money:booksOf', { project: store.projects.find(projectId)?.name ?? '' }),
    )
  return {
    'money:standing': ({ projectId }) => money.standing(projectId),
    'money:setLimits': ({ projectId, limits: { cap, confirmAbove } }) =>
      money.setLimits(projectId, {
        ...(cap === undefined ? {} : { cap }),
        ...(confirmAbove === undefined ? {} : { confirmAbove }),
      }),
    'money:tasks': ({ projectId }) => ({ tasks: money.tasks(projectId) }),
    'money:exportCsv': async ({ projectId }) => {
      const path = await system.chooseTarget(suggestedName(projectId), BOOKS)
      if (path === undefined) return null
      // Read when it is written: the dialog may have stood open while something was billed.
      const csv = ledgerCsv(money.tasks(projectId), spoken.words)
      await writeAtomically(path, (temporary) => writeFile(temporary, csv))
      return { name: basename(path) }
    },
    'money:writeOff': ({ taskUUID }) => money.writeOff(taskUUID),
  }
}
