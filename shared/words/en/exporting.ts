/** Exports and how they are checked. */
export const exporting = {
  frameOf: 'Frame {{frame, number}} of {{frames, number}}',
  checking: 'Checking the result',
  unfinished: 'This export is not finished, so there is no file to show yet.',
  withoutSound: '"{{name}}" was written without sound, so it was not kept. Try another preset.',
  withoutPicture:
    '"{{name}}" was written without a picture, so it was not kept. Try another preset.',
  frames: 'frames',
  size: 'size',
  rate: 'rate',
  videoCodec: 'picture codec',
  audioCodec: 'sound codec',
  sampleRate: 'sample rate',
  soundSeconds: 'seconds of sound',
  insteadOf: '{{what}} {{found}} instead of {{planned}}',
  notAsPlanned:
    '"{{name}}" did not come out as planned ({{list}}), so it was not kept. Please report this.',
  summary_one:
    '{{count, number}} frame decoded, {{seconds, seconds}} s, {{width}}x{{height}} at {{rate}} fps, {{video}} + {{audio}} {{sampleRate}} Hz, {{loudness}}.',
  summary_other:
    '{{count, number}} frames decoded, {{seconds, seconds}} s, {{width}}x{{height}} at {{rate}} fps, {{video}} + {{audio}} {{sampleRate}} Hz, {{loudness}}.',
  silent: 'silent',
  loudness: '{{lufs, tenths}} LUFS integrated',
  encoderMissing:
    'This ffmpeg ({{version}}) cannot write {{preset}}: it lacks {{missing}}. Install a fuller ffmpeg or choose another preset.',
  filtersMissing:
    'This ffmpeg ({{version}}) cannot draw this cut: it lacks {{missing}}. Install a fuller build, with GPL parts.',
} as const
