import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'
import type { SystemPorts } from './SystemPorts.ts'

export const appHandlers = (services: Services, system: SystemPorts): HandlersOf<'app'> => ({
  'app:info': async () => {
    const tools = await services.doctor.tools()
    return {
      version: system.version,
      platform: process.platform,
      versions: { ...system.versions },
      ...tools,
    }
  },
  'app:log': ({ level, message, detail }) => {
    services.log.write(level, `Window: ${message}`, detail)
    return {}
  },
  'app:copyText': ({ text }) => {
    system.copyText(text)
    return {}
  },
  'app:openLogs': async () => {
    await system.openFolder(services.library.logs)
    return {}
  },
  'app:playing': ({ isPlaying }) => {
    services.modesty.setPlaying(isPlaying)
    return {}
  },
  'app:shown': () => {
    services.queue.start()
    services.uploadKeeper.look()
    services.elsewhere.watch()
    return {}
  },
  'app:doctor': () => services.doctor.examine(),
})
