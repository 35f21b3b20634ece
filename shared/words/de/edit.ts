/** Warum eine Bearbeitung abgelehnt wird und was zu tun ist. */
export const edit = {
  clipsApart: 'Die beiden Clips grenzen nicht aneinander; wählen Sie Nachbarn auf einer Spur.',
  clipsInTwoTimelines:
    'Die Clips liegen in verschiedenen Timelines; ändern Sie eine Timeline nach der anderen.',
  copyOnOriginal:
    'Eine Kopie kann nicht dort liegen, wo ihr Original liegt; wählen Sie eine andere Zeit oder Spur.',
  binInItself: '„{{bin}}“ kann nicht in sich selbst liegen; wählen Sie eine andere Ablage.',
  assetInUse: '„{{name}}“ wird verwendet: {{user}}. Löschen Sie das zuerst.',
  userClip: 'im Clip „{{name}}“',
  userGrade: 'in der Farbkorrektur von „{{name}}“',
  userShot: 'im Shot „{{name}}“',
  userPin: 'in einem Pin von „{{name}}“',
  collision:
    '{{one}} und {{other}} würden auf {{track}} übereinander liegen; bewegen Sie sie auseinander oder einzeln.',
  freezeOutside:
    'Der Frame für das Standbild liegt außerhalb des Clips; setzen Sie den Abspielkopf hinein.',
  freezeSound: 'Nur ein Bild kann stehen; wählen Sie einen Videoclip.',
  gapChosen: 'Das geht nur mit Clips; gewählt ist eine Lücke.',
  gapTooLong:
    'Die Lücke ist {{seconds, tenths}} s lang und ein Shot höchstens {{most}} s; setzen Sie zuerst etwas anderes hinein.',
  nothingToLeadFrom:
    'Kein Clip neben dieser Stelle auf {{track}} zeigt Filmmaterial; es gibt kein Bild, von dem aus es weitergehen könnte.',
  takeInCut:
    'Dieser Take von „{{shot}}“ ist im Schnitt; übernehmen Sie einen anderen, bevor Sie ihn entfernen.',
  recipeUnreadable:
    'Woraus dieser Take von „{{shot}}“ entstand, lässt sich nicht als Einstellungen lesen.',
  recipeMediaGone:
    'Ein Bild oder die Quelle, woraus dieser Take von „{{shot}}“ entstand, ist nicht mehr im Projekt; importieren Sie es zuerst wieder.',
  inBehindOut: 'Der In-Punkt muss vor dem Out-Punkt liegen; versetzen Sie einen von beiden.',
  inBehindOutOf:
    'Der In-Punkt von „{{name}}“ liegt nicht vor dem Out-Punkt; versetzen Sie einen von beiden.',
  joinOtherMedia:
    'Das Medium von {{left}} läuft nicht in {{right}} weiter; nur ein Schnitt durch eine Aufnahme lässt sich verbinden.',
  joinOtherSettings:
    'Die beiden Teile von {{left}} haben verschiedene Einstellungen; fügen Sie zuerst die Attribute des einen beim anderen ein.',
  keyframeGone: 'Diesen Keyframe gibt es nicht mehr ({{property}}).',
  keyframeMovedTwice: 'Ein Keyframe wurde in einem Schritt zweimal bewegt.',
  keyframeTwice: 'Ein Keyframe wurde zweimal gewählt; wählen Sie jeden nur einmal.',
  keyframesMeet: 'Zwei Keyframes können nicht auf demselben Frame liegen.',
  linkTooFew: 'Zum Verknüpfen braucht es mindestens zwei Clips; wählen Sie noch einen.',
  linkAcross: 'Clips verschiedener Timelines lassen sich nicht verknüpfen.',
  groupTooFew: 'Zum Gruppieren braucht es mindestens zwei Clips; wählen Sie noch einen.',
  groupAcross: 'Clips verschiedener Timelines lassen sich nicht gruppieren.',
  mediaTooShort_one:
    '{{clip}} hat ab dort noch {{count, number}} Frame Material; verlangt waren {{wanted, number}}.',
  mediaTooShort_other:
    '{{clip}} hat ab dort noch {{count, number}} Frames Material; verlangt waren {{wanted, number}}.',
  mediaUnknown: '{{clip}} zeigt ein Medium, das nicht im Projekt ist; importieren Sie es zuerst.',
  movedBeforeStart: '{{clip}} würde vor der Timeline beginnen; bewegen Sie weniger weit.',
  noClipToSplit: 'An diesem Frame ist kein Clip zu schneiden; setzen Sie den Abspielkopf in einen.',
  noGapHere: 'Auf {{track}} ist an diesem Frame keine Lücke.',
  kindNotInMedia:
    'In „{{name}}“ fehlt: {{kind}}. Wählen Sie ein anderes Medium oder einen anderen Clip.',
  noTrackThere: 'Dort gibt es keine Spur für {{kind}}; fügen Sie zuerst eine hinzu.',
  noUnlockedTrack:
    'Es gibt keine freie Spur für {{kind}}; fügen Sie eine hinzu oder entsperren Sie eine.',
  wrongTrackKind: 'Die gewählte Spur ist keine Spur für {{kind}} in dieser Timeline.',
  nothingBehind: 'Hinter diesem Frame liegt nichts, deshalb lässt sich dort keine Zeit einfügen.',
  nothingRemains:
    'Von {{clip}} auf {{track}} bliebe nichts übrig; heben Sie zuerst die Verknüpfung auf.',
  nothingSelected: 'Nichts ist ausgewählt; wählen Sie zuerst einen Clip.',
  nothingWanted: 'Weder Bild noch Ton von „{{name}}“ ist gefragt; wählen Sie eines.',
  outPointTooEarly_one:
    'Der Schnitt würde {{count, number}} Frame vor der Timeline beginnen; versetzen Sie seinen Out-Punkt.',
  outPointTooEarly_other:
    'Der Schnitt würde {{count, number}} Frames vor der Timeline beginnen; versetzen Sie seinen Out-Punkt.',
  pinOfOtherShot: 'Der Pin „{{pin}}“ gehört zu einem anderen Shot.',
  pinOutside:
    'Ein Pin bei Index {{index}} läge außerhalb von „{{shot}}“, das bei Index {{last}} endet.',
  pinScaledBeforeStart: 'Ein Pin stünde vor dem Anfang des Shots; skalieren Sie weniger.',
  pinsMeet: 'Zwei Pins von „{{shot}}“ lägen bei Index {{index}}; wählen Sie einen anderen Index.',
  pinsOnLoop:
    '„{{shot}}“ ist ein Loop und erlaubt nur einen Pin bei Index 0; schalten Sie den Loop aus oder entfernen Sie die anderen.',
  pinsTooMany_one: '„{{shot}}“ hätte {{count, number}} Pin; ein Shot nimmt höchstens {{most}}.',
  pinsTooMany_other: '„{{shot}}“ hätte {{count, number}} Pins; ein Shot nimmt höchstens {{most}}.',
  propertyKeyed:
    '{{property, capital}} hat Keyframes; geben Sie an, bei welchem Frame der Wert gelten soll.',
  propertyRange:
    '{{property, capital}} liegt zwischen {{min, number}} und {{max, number}}; verlangt war {{value, number}}.',
  noSequence: '„{{name}}“ ist keine Bildfolge und hat deshalb seine eigene Bildrate.',
  rateFixed:
    'Die Bildrate von „{{timeline}}“ lässt sich nur ändern, solange nichts darauf liegt, denn jeder Schnitt ist in ihren Frames gezählt; legen Sie ein neues Projekt mit der anderen Rate an.',
  recordThere:
    'Unter {{table}} des Projekts gibt es schon einen Eintrag „{{id}}“; nehmen Sie eine neue Kennung.',
  rippleCuts:
    'Das Nachrücken würde {{clip}} auf {{track}} zerschneiden; schalten Sie die Synchronisierungssperre dieser Spur aus oder schaffen Sie dort Platz.',
  rippleLosesSync:
    'Die Spur {{track}} ist gesperrt und würde asynchron; entsperren Sie sie oder schalten Sie ihre Synchronisierungssperre aus.',
  ripplePullsApart:
    'Das Nachrücken würde {{clip}} auf {{clipTrack}} und den verknüpften Teil auf {{track}} trennen; schalten Sie die Synchronisierungssperre beider Spuren ein oder heben Sie die Verknüpfung auf.',
  shotFrozen: '{{clip}} steht still; geben Sie dem Clip zuerst eine Geschwindigkeit.',
  shotHasTake: 'Ein neuer Shot hat noch keinen Take; lassen Sie takeId weg.',
  shotModeFromClip:
    'Ein Shot aus einem Clip gestaltet ihn um oder kadriert ihn neu; wählen Sie eines davon.',
  shotWithoutFootage:
    '{{clip}} hat kein bewegtes Bild, das gesendet werden könnte; wählen Sie Filmmaterial.',
  shotWithoutPicture: '{{clip}} hat kein Bild; wählen Sie den Videoclip.',
  slideApart:
    'Die zu verschiebenden Clips auf {{track}} müssen nebeneinander liegen; verschieben Sie sie einzeln.',
  heldSpeedTurns:
    'Die Geschwindigkeit von {{clip}} wird an Keyframes gehalten und lässt sich nicht umkehren; stellen Sie diese zuerst auf linear oder weich.',
  effectField:
    '{{field}} ist keine Einstellung dieses Effekts von {{clip}}; wählen Sie eine, die er hat.',
  effectGone: 'Diesen Effekt gibt es nicht mehr.',
  effectOnSound: 'Effekte ändern Bilder; wählen Sie einen Videoclip.',
  paramUnknown: 'Dieser Effekt hat keinen Parameter „{{param}}“; wählen Sie einen, den er hat.',
  speedKeyGone: 'Diesen Geschwindigkeits-Keyframe von {{clip}} gibt es nicht mehr.',
  speedKeysFar:
    'Geschwindigkeits-Keyframes liegen höchstens einen Tag auseinander; rücken Sie sie näher zusammen.',
  speedRange:
    'Eine Geschwindigkeit liegt zwischen dem -{{fastest}}- und {{fastest}}-fachen, in Schritten von 1/{{finest}}.',
  speedZero:
    'Durch seine Geschwindigkeit kann ein Clip nicht stillstehen; erzeugen Sie ein Standbild.',
  sourceRangeShort:
    '„{{name}}“ hat vor dem Out-Punkt weniger Material, als der Bereich der Timeline lang ist.',
  startsOutsideMedia: '{{clip}} würde außerhalb des Materials beginnen.',
  startsOutsideMediaOn:
    '{{clip}} auf {{track}} würde außerhalb des Materials beginnen; heben Sie zuerst die Verknüpfung auf.',
  takeOfOtherShot: 'Take {{take}} wurde für einen anderen Shot als „{{shot}}“ gemacht.',
  trackLocked:
    'Die Spur {{track}} ist gesperrt; entsperren Sie sie, um zu ändern, was darauf liegt.',
  trackUnknown: 'In „{{timeline}}“ gibt es keine Spur „{{id}}“.',
} as const
