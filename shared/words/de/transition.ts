/** Warum eine Überblendung nicht so liegen oder dauern kann und was zu tun ist. */
export const transition = {
  dissolve: 'weiche Blende',
  dip: 'Blende über Farbe',
  wipe: 'Wischblende',
  crossfade: 'Tonblende',
  any: 'Überblendung',
  captions: 'Untertitel haben keine Überblendungen; wählen Sie Bild oder Ton.',
  soundOnly:
    'Eine Tonblende ist für Ton; wählen Sie für Bilder eine weiche Blende, Farb- oder Wischblende.',
  pictureOnly: 'Auf Ton kann nur eine Tonblende liegen; wählen Sie eine.',
  noCut: 'Eine Überblendung liegt an einem Clip; wählen Sie einen oder einen Schnitt.',
  startMeets:
    'Der Anfang von {{clip}} grenzt an einen anderen Clip; wählen Sie den Schnitt zwischen beiden.',
  endMeets:
    'Das Ende von {{clip}} grenzt an einen anderen Clip; wählen Sie den Schnitt zwischen beiden.',
  noRoomBetween:
    'Zwischen {{from}} und {{to}} ist kein Platz für eine Überblendung: Sie haben jenseits des Schnitts kein Material, oder andere Überblendungen brauchen es. Trimmen Sie zuerst einen davon.',
  noRoom: 'Dort ist kein Platz für eine Überblendung; andere Überblendungen brauchen ihn.',
  empty: 'Eine Überblendung dauert mindestens einen Frame; löschen Sie sie stattdessen.',
  longerBefore_one:
    'Die Überblendung kann höchstens {{count, number}} Frame vor dem Schnitt liegen: Mehr gibt es von den Clips oder ihrem Material nicht.',
  longerBefore_other:
    'Die Überblendung kann höchstens {{count, number}} Frames vor dem Schnitt liegen: Mehr gibt es von den Clips oder ihrem Material nicht.',
  longerAfter_one:
    'Die Überblendung kann höchstens {{count, number}} Frame nach dem Schnitt liegen: Mehr gibt es von den Clips oder ihrem Material nicht.',
  longerAfter_other:
    'Die Überblendung kann höchstens {{count, number}} Frames nach dem Schnitt liegen: Mehr gibt es von den Clips oder ihrem Material nicht.',
  otherTimeline:
    'Eine Überblendung bleibt in ihrer Timeline; fügen Sie in der anderen eine neue hinzu.',
  taken: 'An diesem Schnitt liegt schon eine Überblendung; löschen Sie diese zuerst.',
} as const
