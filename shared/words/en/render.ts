/** Why a cut cannot be exported. */
export const render = {
  emptyRange:
    'The range {{from}} to {{to}} holds no frame of "{{timeline}}". Choose an out-point after the in-point.',
  empty: '"{{timeline}}" is empty, so there is nothing to render. Put a clip on it first.',
  unpainted:
    'This cannot be rendered as long as it is not there: {{list}}. Relink it, take it away, hide its track, or export a range without it; leaving it out silently would be another film.',
  leftOut:
    '{{what}} is not there: missing media is rendered as a card with its name, a missing look-up table is left out.',
} as const
