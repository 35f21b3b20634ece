const size = 1024
const middle = size / 2
const amber = '#ffb454'

/** A reel seen from the front whose hub is a keyframe: five windows around a diamond, and the film leaving it. */
export function drawing(): string {
  const windows = Array.from({ length: 5 }, (_, index) => {
    const angle = ((index * 72 - 90) * Math.PI) / 180
    const x = middle + Math.cos(angle) * 212
    const y = middle - 24 + Math.sin(angle) * 212
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="78" fill="url(#desk)"/>`
  })
  // Teal, violet and teal again: picture, shot, picture, as on the timeline.
  const film = [
    { x: 176, width: 250, fill: '#2f7089' },
    { x: 438, width: 190, fill: '#7a5cb0' },
    { x: 640, width: 208, fill: '#2f7089' },
  ].map(
    ({ x, width, fill }) =>
      `<rect x="${x}" y="846" width="${width}" height="62" rx="14" fill="${fill}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
<title>Keyreel</title>
<defs>
<linearGradient id="desk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2a2f35"/><stop offset="1" stop-color="#0d0e10"/></linearGradient>
<linearGradient id="reel" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f2f4f6"/><stop offset="1" stop-color="#a9b0b8"/></linearGradient>
</defs>
<rect x="48" y="48" width="928" height="928" rx="208" fill="url(#desk)" stroke="#363c44" stroke-width="8"/>
<circle cx="${middle}" cy="${middle - 24}" r="330" fill="url(#reel)"/>
${windows.join('\n')}
<rect x="${middle - 82}" y="${middle - 24 - 82}" width="164" height="164" rx="18" transform="rotate(45 ${middle} ${middle - 24})" fill="${amber}" stroke="#17120a" stroke-width="20"/>
${film.join('\n')}
</svg>
`
}
