/** Keys of the action catalogue (`Mod+Shift+KeyZ`) as Electron writes them (`CommandOrControl+Shift+Z`). */

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Comma: ',',
  Period: '.',
  Equal: '=',
  Minus: '-',
  Backslash: '\\',
  Slash: '/',
}

export const accelerator = (keys: string): string =>
  keys
    .split('+')
    .map((key) => NAMES[key] ?? key.replace(/^(Key|Digit)(?=.$)/, ''))
    .join('+')
