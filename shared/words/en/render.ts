/** Why a cut cannot be exported. */
export const render = {
  emptyRange:
    'The range {{from}} to {{to}} holds no frame of "{{timeline}}". Choose an out-point after the in-point.',
  empty: '"{{timeline}}" is empty, so there is nothing to render. Put a clip on it first.',
  unpainted:
    'This version of Keyreel cannot render everything here: {{list}}. Take that away, hide its track, or export a range without it; leaving it out silently would be another film.',
  leftOut:
    'Keyreel does not draw {{what}} yet: a transition is rendered as a cut, a look or an effect is left out, anything else is a card with its name.',
} as const
