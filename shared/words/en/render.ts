/** Why a cut cannot be exported. */
export const render = {
  emptyRange:
    'The range {{from}} to {{to}} holds no frame of "{{timeline}}". Choose an out-point after the in-point.',
  empty: '"{{timeline}}" is empty, so there is nothing to render. Put a clip on it first.',
  unpainted:
    'This cannot be rendered: {{list}}. Relink what is missing, take it away, hide its track, or export a range without it; leaving it out silently would be another film.',
  leftOut:
    'Keyreel cannot render {{what}}: missing media becomes a card with its name, a look-up table is left out.',
} as const
