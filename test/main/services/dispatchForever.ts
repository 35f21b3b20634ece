/**
 * A process to be killed: renames a project again and again, and prints each name once it was acknowledged.
 * `node dispatchForever.ts STORE PROJECT`
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStore } from '../../../main/database/store.ts'
import { systemClock } from '../../../main/services/Clock.ts'
import { createProjects } from '../../../main/services/projects.ts'
import { command } from '../../../shared/commands/registry.ts'
import { projectIdSchema } from '../../../shared/model/ids.ts'

const [file = '', project = ''] = process.argv.slice(2)
const id = projectIdSchema.parse(project)
const projects = createProjects(openStore(file), systemClock)
for (let i = projects.history(id).length; ; i++) {
  const { revisionId } = projects.present(id).head
  projects.dispatch(id, revisionId, command('project.rename', { name: `Name ${i}` }, randomUUID()))
  writeSync(1, `${i}\n`)
}
