/** Was zu einem Take vermerkt ist. */
export const take = {
  unbilled: 'Der Dienst hat nicht gesagt, was er berechnet; gebucht wurde der angekündigte Preis.',
  billed: 'Angekündigt {{quoted, dollars}}, berechnet {{amount, dollars}}.',
  joined_one:
    'Die Quelle ist länger, als das Modell sie nimmt: {{count, number}} Teil, {{frames, number}} Bilder.',
  joined_other:
    'Die Quelle ist länger, als das Modell sie nimmt: Sie wurde in {{count, number}} überlappenden Teilen erzeugt, die ausgerichtet, farblich angeglichen und ineinander überblendet wurden; {{frames, number}} Bilder, genau so lang wie die Quelle.',
  soundOfSource: 'Der Ton ist der der Quelle.',
  held_one:
    '{{count, number}} Bild steht, weil der Dienst zu wenige geschickt oder zu früh begonnen hat.',
  held_other:
    '{{count, number}} Bilder stehen, weil der Dienst zu wenige geschickt oder zu früh begonnen hat.',
  spansStale_one:
    '{{count, number}} Teil schließt an ein Ende an, das seitdem neu erzeugt wurde; erzeugen Sie ihn für eine glatte Nahtstelle neu.',
  spansStale_other:
    '{{count, number}} Teile schließen an Enden an, die seitdem neu erzeugt wurden; erzeugen Sie sie für glatte Nahtstellen neu.',
  cancelledUnsent: 'Vor dem Senden abgebrochen.',
  failedUnbilled: 'Ohne Rechnung gescheitert.',
  otherSize: 'Verlangt {{width}} x {{height}}, bekommen {{gotWidth}} x {{gotHeight}}.',
  otherRate: 'Verlangt {{wanted, number}} Bilder je Sekunde, bekommen {{got, number}}.',
  otherLength: 'Verlangt {{wanted, number}} Bilder, bekommen {{got, number}}.',
  madeLocally: 'Von der lokalen Engine auf diesem Rechner gemacht; kostet nichts.',
  noHdr: 'HDR war verlangt; die lokale Engine schreibt SDR (BT.709, 8 Bit).',
  noExr: 'EXR-Export war verlangt; die lokale Engine hat kein HDR-Bild zu exportieren.',
  noControls:
    'Pose, Tiefe, Normalen, Bewegungspfade und Gesicht steuern das echte Modell; die lokale Engine lässt die Bewegung, wie sie ist, und beachtet sie nicht.',
  pinsUnused: 'Gepinnte Bilder wurden nicht verwendet: Ein Reframe nimmt keine.',
  editUnused: 'Einstellungen der Umgestaltung wurden nicht verwendet: Ein Reframe behält den Look.',
  loopUnused: 'Loop wurde nicht befolgt: Das gilt nur für generierte Shots.',
  oneResult: 'Ein Ergebnis wurde gemacht: Die lokale Engine gibt jedes Mal dasselbe Bild.',
  mp4Instead: '{{format}} war verlangt; die lokale Engine schreibt MP4.',
  promptForCamera:
    'Aus dem Prompt wurde höchstens eine Kamerafahrt gelesen; generiert wurde nichts daraus.',
  sizeChosen: 'Die Anfrage nennt keine Größe, genommen wurde {{size}}.',
  pinShared:
    'inputs.frameImages[{{index}}] teilt sein Bild des Films mit einem späteren Pin und wird nicht gezeigt.',
  looped: 'Das letzte Bild führt für einen Loop zum ersten zurück.',
  rifeUsed:
    'Die Frames zwischen den Pins hat RIFE 4.6 interpoliert: echte Bewegung zwischen den beiden Bildern, nichts erfunden.',
  rifeUnused: 'RIFE wurde nicht verwendet, denn {{why}}.',
  ffmpegUsed:
    'Die Frames zwischen den Pins stammen aus der Bewegungsinterpolation von ffmpeg, die reißt, wo sich etwas weit bewegt.',
  dissolves: 'Pins, die nicht dieselbe Szene zeigen, wurden mit einer Blende verbunden.',
  enlarged:
    'Um die Wartezeit kurz zu halten, wurden die Frames zwischen den Pins in {{width}} x {{height}} gemacht und vergrößert; sie sind weicher als die Pins.',
  morph:
    'Zwei benachbarte Pins ähneln sich kaum: Die Frames dazwischen sind ein Morph, wo das echte Modell einen Shot generieren würde.',
  onePinHeld: 'Ein Bild ist gepinnt: Es steht, {{camera}}, nichts darin bewegt sich.',
  nearestHeld: 'Außerhalb der Pins steht das nächste gepinnte Bild, {{camera}}.',
  cardLabel: 'Previs – lokale Engine, nichts generiert',
  card: 'Das ist eine Platzhalterkarte mit dem Prompt, zum Schneiden und Timen: Bilder aus Worten zu machen braucht das echte Modell.',
  cardWithoutText: 'Das installierte ffmpeg zeichnet keinen Text, die Karte ist ohne Prompt.',
  cardShortened: 'Der Prompt ist länger als die Karte und wurde darauf gekürzt.',
  cardNoLoop: 'Loop wurde nicht befolgt: Eine Karte hat keine Bewegung, die sich schließen könnte.',
  fittedInto:
    'Die Quellposition hat ein anderes Format als die Quelle, die ohne Verzerrung eingepasst wurde.',
  sourceFills:
    'Die eigenen Bilder der Quelle füllen {{width}} x {{height}} bei {{x}}, {{y}}, bis auf die Skalierung unberührt.',
  mirroredEdge:
    'Die Fläche darum ist der gespiegelte, weichgezeichnete Rand der Quelle. Das echte Modell würde malen, was der Prompt beschreibt.',
  lookOnly:
    'Nur Farbe und Licht sind geändert: Menschen, Dinge, Orte und Bewegung bleiben wie in der Quelle. Das echte Modell würde sie ersetzen.',
  guidesTogether:
    'Die Führungsbilder wurden zusammen genommen; an welchem Index jedes gepinnt ist, wird nicht beachtet.',
  wordsUsed:
    'Die Worte des Prompts für {{words}} wurden in Farbe und Licht umgesetzt; der Rest des Prompts wurde nicht verstanden.',
  noWords:
    'Der Prompt hat kein Wort für Farbe oder Licht, das diese Engine kennt, das Bild ist also die unveränderte Quelle. Pinnen Sie ein Führungsbild, um einen Look zu treffen.',
  madeByRay: 'Von Ray3.2 über Runware gemacht. Das Bild hat 24 Frames je Sekunde und keinen Ton.',
  positionAsSent:
    'Die Quellposition wurde gesendet, wie sie steht. Keyreel liest x und y als Mitte der Quelle; Runware liest sie vielleicht als Ecke.',
  maybeUnsafe:
    'Die Inhaltsprüfung des Dienstes hat diesen Take als möglicherweise bedenklich markiert.',
  costZero:
    'Der Dienst meldete Kosten von 0, und das ist vielleicht nicht, was dem Konto berechnet wird.',
  lookMatched_one:
    'Helligkeit und Farben der Quelle wurden zu {{percent, number}} % an die des Führungsbildes angeglichen, für jeden Frame gleich.',
  lookMatched_other:
    'Helligkeit und Farben der Quelle wurden zu {{percent, number}} % an die der {{count, number}} Führungsbilder angeglichen, für jeden Frame gleich.',
  positionAsCentre:
    'In der Quellposition wurden x und y als Mitte der Quelle gelesen, denn als linke obere Ecke ragte die Quelle über den Rand des neuen Bildes.',
} as const
