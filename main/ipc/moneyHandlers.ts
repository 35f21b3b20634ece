import type { Services } from '../compose.ts'
import type { HandlersOf } from './Handler.ts'

export const moneyHandlers = ({ money }: Services): HandlersOf<'money'> => ({
  'money:standing': ({ projectId }) => money.standing(projectId),
  'money:setLimits': ({ projectId, limits: { cap, confirmAbove } }) =>
    money.setLimits(projectId, {
      ...(cap === undefined ? {} : { cap }),
      ...(confirmAbove === undefined ? {} : { confirmAbove }),
    }),
  'money:tasks': ({ projectId }) => ({ tasks: money.tasks(projectId) }),
  'money:writeOff': ({ taskUUID }) => money.writeOff(taskUUID),
})
