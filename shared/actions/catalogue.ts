/**
 * The one registry of what a person can ask the window to do: menu bar, keys, command palette and tests all read it.
 * `run` lives in the window (renderer/store/actions). Keys are KeyboardEvent codes joined with `+`, `Mod` being
 * Ctrl or Command (conventions.md). Labels are the sentences `action:<id>` of shared/words.
 */

export const MENUS = ['file', 'edit', 'clip', 'shot', 'timeline', 'play', 'view', 'help'] as const
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
  'project.settings': { menu: 'file', keys: [] },
  'media.import': { menu: 'file', keys: ['Mod+KeyI'], section: true },
  'export.open': { menu: 'file', keys: ['Mod+KeyE'] },
  'settings.open': { menu: 'file', keys: ['Mod+Comma'], section: true },

  'edit.undo': { menu: 'edit', keys: ['Mod+KeyZ'] },
  'edit.redo': { menu: 'edit', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'] },
  'history.open': { menu: 'edit', keys: ['Mod+Shift+KeyH'] },
  'edit.cut': { menu: 'edit', keys: ['Mod+KeyX'], section: true },
  'edit.copy': { menu: 'edit', keys: ['Mod+KeyC'] },
  'edit.paste': { menu: 'edit', keys: ['Mod+KeyV'] },
  'edit.pasteInsert': { menu: 'edit', keys: ['Mod+Shift+KeyV'] },
  'edit.pasteAttributes': { menu: 'edit', keys: ['Mod+Alt+KeyV'] },
  'edit.duplicate': { menu: 'edit', keys: ['Mod+Shift+Slash'] },
  'clip.lift': { menu: 'edit', keys: ['Delete', 'Backspace'] },
  'clip.extract': { menu: 'edit', keys: ['Shift+Delete', 'Shift+Backspace'] },
  'selection.all': { menu: 'edit', keys: ['Mod+KeyA'], section: true },
  'selection.none': { menu: 'edit', keys: ['Mod+Shift+KeyA'] },

  'clip.insert': { menu: 'clip', keys: ['Comma'] },
  'clip.overwrite': { menu: 'clip', keys: ['Period'] },
  'clip.append': { menu: 'clip', keys: ['Shift+KeyE'] },
  'clip.replace': { menu: 'clip', keys: ['Shift+KeyR'] },
  'clip.matchFrame': { menu: 'clip', keys: ['KeyF'] },
  'clip.split': { menu: 'clip', keys: ['Mod+KeyK'], section: true },
  'clip.join': { menu: 'clip', keys: ['Mod+Shift+KeyJ'] },
  'clip.trimStart': { menu: 'clip', keys: ['KeyQ'] },
  'clip.trimEnd': { menu: 'clip', keys: ['KeyW'] },
  'clip.extend': { menu: 'clip', keys: ['KeyE'] },
  'clip.rollBack': { menu: 'clip', keys: ['Mod+ArrowLeft'] },
  'clip.rollForward': { menu: 'clip', keys: ['Mod+ArrowRight'] },
  'clip.nudgeBack': { menu: 'clip', keys: ['Alt+ArrowLeft'], section: true },
  'clip.nudgeForward': { menu: 'clip', keys: ['Alt+ArrowRight'] },
  'clip.slipBack': { menu: 'clip', keys: ['Mod+Alt+ArrowLeft'] },
  'clip.slipForward': { menu: 'clip', keys: ['Mod+Alt+ArrowRight'] },
  'clip.slideBack': { menu: 'clip', keys: ['Alt+Comma'] },
  'clip.slideForward': { menu: 'clip', keys: ['Alt+Period'] },
  'clip.speed': { menu: 'clip', keys: ['Mod+KeyR'], section: true },
  'clip.freeze': { menu: 'clip', keys: ['Alt+KeyF'] },
  'clip.enable': { menu: 'clip', keys: ['Shift+KeyD'] },
  'clip.link': { menu: 'clip', keys: ['Mod+KeyL'] },
  'clip.group': { menu: 'clip', keys: ['Mod+KeyG'] },
  'clip.ungroup': { menu: 'clip', keys: ['Mod+Shift+KeyG'] },

  'shot.newFromText': { menu: 'shot', keys: [] },
  'shot.newFromPins': { menu: 'shot', keys: [] },
  'shot.transform': { menu: 'shot', keys: [] },
  'shot.reframe': { menu: 'shot', keys: [] },
  'shot.generate': { menu: 'shot', keys: ['Mod+Enter'] },
  'keyframe.add': { menu: 'shot', keys: ['Mod+Alt+KeyK'], section: true },
  'keyframe.linear': { menu: 'shot', keys: [] },
  'keyframe.smooth': { menu: 'shot', keys: [] },
  'keyframe.hold': { menu: 'shot', keys: [] },
  'keyframe.scale': { menu: 'shot', keys: [] },

  'range.in': { menu: 'timeline', keys: ['KeyI'] },
  'range.out': { menu: 'timeline', keys: ['KeyO'] },
  'range.clip': { menu: 'timeline', keys: ['KeyX'] },
  'range.goToIn': { menu: 'timeline', keys: ['Shift+KeyI'] },
  'range.goToOut': { menu: 'timeline', keys: ['Shift+KeyO'] },
  'range.clearIn': { menu: 'timeline', keys: ['Mod+Shift+KeyI'] },
  'range.clearOut': { menu: 'timeline', keys: ['Mod+Shift+KeyO'] },
  'range.clear': { menu: 'timeline', keys: ['Mod+Shift+KeyX'] },
  'marker.add': { menu: 'timeline', keys: ['KeyM'], section: true },
  'time.insert': { menu: 'timeline', keys: [] },
  'snap.toggle': { menu: 'timeline', keys: ['KeyS'], section: true },
  'track.addPicture': { menu: 'timeline', keys: [] },
  'track.addSound': { menu: 'timeline', keys: [] },

  'play.toggle': { menu: 'play', keys: ['Space'] },
  'play.forward': { menu: 'play', keys: ['KeyL'] },
  'play.stop': { menu: 'play', keys: ['KeyK'] },
  'play.backward': { menu: 'play', keys: ['KeyJ'] },
  'playhead.previousFrame': { menu: 'play', keys: ['ArrowLeft'], section: true },
  'playhead.nextFrame': { menu: 'play', keys: ['ArrowRight'] },
  'playhead.back5': { menu: 'play', keys: ['Shift+ArrowLeft'] },
  'playhead.forward5': { menu: 'play', keys: ['Shift+ArrowRight'] },
  'playhead.previousEdit': { menu: 'play', keys: ['ArrowUp'] },
  'playhead.nextEdit': { menu: 'play', keys: ['ArrowDown'] },
  'playhead.start': { menu: 'play', keys: ['Home'] },
  'playhead.end': { menu: 'play', keys: ['End'] },

  'tool.select': { menu: 'view', keys: ['KeyV'] },
  'tool.razor': { menu: 'view', keys: ['KeyC'] },
  'tool.ripple': { menu: 'view', keys: ['KeyB'] },
  'tool.roll': { menu: 'view', keys: ['KeyN'] },
  'tool.slip': { menu: 'view', keys: ['KeyY'] },
  'tool.slide': { menu: 'view', keys: ['KeyU'] },
  'tool.rate': { menu: 'view', keys: ['KeyR'] },
  'view.fit': { menu: 'view', keys: ['Backslash'], section: true },
  'view.zoomIn': { menu: 'view', keys: ['Equal'] },
  'view.zoomOut': { menu: 'view', keys: ['Minus'] },
  'workspace.edit': { menu: 'view', keys: ['Alt+Digit1'], section: true },
  'workspace.direct': { menu: 'view', keys: ['Alt+Digit2'] },
  'workspace.deliver': { menu: 'view', keys: ['Alt+Digit3'] },
  'panel.library': { menu: 'view', keys: ['Shift+Digit1'], section: true },
  'panel.inspector': { menu: 'view', keys: ['Shift+Digit5'] },
  'jobs.open': { menu: 'view', keys: ['Mod+KeyJ'] },

  'help.palette': { menu: 'help', keys: ['Mod+Shift+KeyP'] },
  'help.shortcuts': { menu: 'help', keys: ['F1'] },
  'help.doctor': { menu: 'help', keys: [] },
  'help.logs': { menu: 'help', keys: [] },
})

export type ActionId = keyof typeof ACTIONS
