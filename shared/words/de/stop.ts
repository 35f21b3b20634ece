/** Wie weit sich etwas ziehen oder trimmen lässt und was es dort anhält. */
export const stop = {
  cannotGo: '{{what, capital}} kann nicht {{way}} liegen: {{why}}.',
  canGoAtMost_one:
    '{{what, capital}} kann höchstens {{count, number}} Frame {{way}} liegen: {{why}}.',
  canGoAtMost_other:
    '{{what, capital}} kann höchstens {{count, number}} Frames {{way}} liegen: {{why}}.',
  edge: 'die Kante',
  clip: 'der Clip',
  editPoint: 'der Schnittpunkt',
  media: 'es gibt kein weiteres Material',
  neighbour: 'ein anderer Clip ist im Weg',
  zero: 'dort beginnt die Timeline',
  length: 'ein Frame des Clips muss bleiben',
  none: 'nichts hält es an',
} as const
