/**
 * The one registry of what a person can ask the window to do: menu bar, keys, command palette and tests all read it.
 * `run` lives in the window (renderer/store/actions). Keys are KeyboardEvent codes joined with `+`, `Mod` being
 * Ctrl or Command (conventions.md). Labels are i18n keys `action.<id>`.
 */

export const MENUS = ['file', 'edit', 'clip', 'timeline', 'view', 'help'] as const
export type Menu = (typeof MENUS)[number]

interface ActionDefinition {
  readonly menu: Menu
  /** The first one is shown in menus. */
  readonly keys: readonly string[]
  /** Starts a new section in its menu. */
  readonly section?: true
}

const define = <K extends string>(
  actions: Readonly<Record<K, ActionDefinition>>,
): Readonly<Record<K, ActionDefinition>> => actions

export const ACTIONS = define({
  'project.new': { menu: 'file', keys: ['Mod+KeyN'] },
  'project.open': { menu: 'file', keys: ['Mod+KeyO'] },
  'media.import': { menu: 'file', keys: ['Mod+KeyI'], section: true },
  'export.open': { menu: 'file', keys: ['Mod+KeyE'] },
  'settings.open': { menu: 'file', keys: ['Mod+Comma'], section: true },

  'edit.undo': { menu: 'edit', keys: ['Mod+KeyZ'] },
  'edit.redo': { menu: 'edit', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'] },
  'history.open': { menu: 'edit', keys: ['Mod+Shift+KeyH'] },
  'selection.all': { menu: 'edit', keys: ['Mod+KeyA'], section: true },
  'selection.none': { menu: 'edit', keys: ['Mod+Shift+KeyA'] },

  'clip.insert': { menu: 'clip', keys: ['Comma'] },
  'clip.overwrite': { menu: 'clip', keys: ['Period'] },
  'clip.append': { menu: 'clip', keys: ['Shift+KeyE'] },
  'clip.split': { menu: 'clip', keys: ['Mod+KeyK'], section: true },
  'clip.lift': { menu: 'clip', keys: ['Delete', 'Backspace'] },
  'clip.extract': { menu: 'clip', keys: ['Shift+Delete', 'Shift+Backspace'] },
  'clip.trimStart': { menu: 'clip', keys: ['KeyQ'] },
  'clip.trimEnd': { menu: 'clip', keys: ['KeyW'] },
  'clip.enable': { menu: 'clip', keys: ['Shift+KeyD'], section: true },
  'clip.link': { menu: 'clip', keys: ['Mod+KeyL'] },
  'keyframe.add': { menu: 'clip', keys: ['Mod+Alt+KeyK'], section: true },
  'shot.newFromText': { menu: 'clip', keys: [], section: true },
  'shot.newFromPins': { menu: 'clip', keys: [] },
  'shot.transform': { menu: 'clip', keys: [] },
  'shot.reframe': { menu: 'clip', keys: [] },
  'shot.generate': { menu: 'clip', keys: ['Mod+Enter'] },

  'play.toggle': { menu: 'timeline', keys: ['Space'] },
  'play.forward': { menu: 'timeline', keys: ['KeyL'] },
  'play.stop': { menu: 'timeline', keys: ['KeyK'] },
  'play.backward': { menu: 'timeline', keys: ['KeyJ'] },
  'playhead.previousFrame': { menu: 'timeline', keys: ['ArrowLeft'], section: true },
  'playhead.nextFrame': { menu: 'timeline', keys: ['ArrowRight'] },
  'playhead.back5': { menu: 'timeline', keys: ['Shift+ArrowLeft'] },
  'playhead.forward5': { menu: 'timeline', keys: ['Shift+ArrowRight'] },
  'playhead.previousEdit': { menu: 'timeline', keys: ['ArrowUp'] },
  'playhead.nextEdit': { menu: 'timeline', keys: ['ArrowDown'] },
  'playhead.start': { menu: 'timeline', keys: ['Home'] },
  'playhead.end': { menu: 'timeline', keys: ['End'] },
  'range.in': { menu: 'timeline', keys: ['KeyI'], section: true },
  'range.out': { menu: 'timeline', keys: ['KeyO'] },
  'range.clear': { menu: 'timeline', keys: ['Mod+Shift+KeyX'] },
  'marker.add': { menu: 'timeline', keys: ['KeyM'] },
  'snap.toggle': { menu: 'timeline', keys: ['KeyS'], section: true },
  'track.addPicture': { menu: 'timeline', keys: [] },
  'track.addSound': { menu: 'timeline', keys: [] },

  'tool.select': { menu: 'view', keys: ['KeyV'] },
  'tool.razor': { menu: 'view', keys: ['KeyC'] },
  'tool.ripple': { menu: 'view', keys: ['KeyB'] },
  'tool.slip': { menu: 'view', keys: ['KeyY'] },
  'view.fit': { menu: 'view', keys: ['Backslash'], section: true },
  'view.zoomIn': { menu: 'view', keys: ['Equal'] },
  'view.zoomOut': { menu: 'view', keys: ['Minus'] },
  'workspace.edit': { menu: 'view', keys: ['Alt+Digit1'], section: true },
  'workspace.direct': { menu: 'view', keys: ['Alt+Digit2'] },
  'workspace.deliver': { menu: 'view', keys: ['Alt+Digit3'] },
  'jobs.open': { menu: 'view', keys: ['Mod+KeyJ'] },

  'help.shortcuts': { menu: 'help', keys: ['F1'] },
  'help.doctor': { menu: 'help', keys: [] },
  'help.logs': { menu: 'help', keys: [] },
})

export type ActionId = keyof typeof ACTIONS
