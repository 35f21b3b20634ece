/** Projects, their history, versions and archives. */
export const project = {
  takeUnknown:
    'Take {{take}} is not among the takes of this shot, so it cannot be put into the cut. Choose one from the list.',
} as const
