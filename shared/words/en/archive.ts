/** Archives of projects. */
export const archive = {
  shrank: '"{{name}}" became shorter while it was archived.',
  mediumDamaged:
    'A medium inside the archive is damaged, so the project was not restored. Use another copy of the archive.',
  history: 'History of "{{name}}"',
  archived: '"{{name}}" is archived',
  restored: '"{{name}}" is restored',
} as const
