/** Every call of the contract with who answers it; a missing one does not compile. */
import type { Services } from '../compose.ts'
import { appHandlers } from './appHandlers.ts'
import { cacheHandlers } from './cacheHandlers.ts'
import { exportHandlers } from './exportHandlers.ts'
import type { Handlers } from './Handler.ts'
import { jobsHandlers } from './jobsHandlers.ts'
import { mediaHandlers } from './mediaHandlers.ts'
import { moneyHandlers } from './moneyHandlers.ts'
import { preferencesHandlers } from './preferencesHandlers.ts'
import { projectHandlers } from './projectHandlers.ts'
import { runwareHandlers } from './runwareHandlers.ts'
import type { SystemPorts } from './SystemPorts.ts'
import { shotHandlers } from './shotHandlers.ts'

export const handlersOf = (services: Services, system: SystemPorts): Handlers => ({
  ...appHandlers(services, system),
  ...preferencesHandlers(services),
  ...projectHandlers(services, system),
  ...mediaHandlers(services, system),
  ...cacheHandlers(services),
  ...shotHandlers(services, system),
  ...moneyHandlers(services, system),
  ...jobsHandlers(services),
  ...exportHandlers(services, system),
  ...runwareHandlers(services),
})
