/** What a call answers when nothing better is known. */
export const failure = {
  badRequest:
    'The request was not understood, so nothing was done. Copy the details and report it.',
  cancelled: 'This was cancelled.',
  internal:
    'Something unexpected went wrong. Your work up to here is kept; try again, and if it happens again copy the details and report it.',
  stranger: 'This page may not ask the program for anything.',
  unknownCall: 'The program has no call "{{name}}".',
} as const
