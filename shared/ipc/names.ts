/**
 * The names on the bridge, without their schemas: the preload and the first moment of the program need no more, and
 * loading the schemas there would delay every window. The contract and the events must have exactly these.
 */

export const CALL_NAMES = [
  'app:info',
  'app:log',
  'app:copyText',
  'app:openLogs',
  'app:doctor',
  'preferences:read',
  'preferences:write',
  'project:list',
  'project:create',
  'project:open',
  'project:dispatch',
  'project:undo',
  'project:redo',
  'project:goTo',
  'project:tree',
  'project:nameVersion',
  'project:removeVersion',
  'project:compare',
  'project:restoreRevision',
  'project:rename',
  'project:duplicate',
  'project:remove',
  'project:putBack',
  'project:removed',
  'project:archive',
  'project:restoreArchive',
  'media:choose',
  'media:importPaths',
  'media:status',
  'shot:quote',
  'shot:generate',
  'shot:reuse',
  'shot:takes',
  'money:standing',
  'money:setLimits',
  'money:tasks',
  'money:writeOff',
  'jobs:list',
  'jobs:cancel',
  'jobs:retry',
  'export:choose',
  'export:start',
  'export:reveal',
  'runware:status',
  'runware:setKey',
  'runware:clearKey',
  'runware:check',
] as const
export type CallName = (typeof CALL_NAMES)[number]

export const EVENT_NAMES = [
  'job:changed',
  'media:changed',
  'take:arrived',
  'archive:progress',
  'menu:action',
] as const
export type EventName = (typeof EVENT_NAMES)[number]
