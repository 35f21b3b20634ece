/** Files and folders. */
export const file = {
  missing: '"{{name}}" is not there. Was it moved or renamed?',
  pathless:
    '"{{name}}" was dropped, but this system does not say where it lies: its name has letters that the system’s language setting lacks. Import it by the File menu.',
  linkLoop: '"{{name}}" is a link that leads in a circle.',
  cannotOpen: '"{{name}}" could not be opened ({{why}}). Check its permissions and its disk.',
  isFolder: '"{{name}}" is a folder, not a file.',
  notPlain: '"{{name}}" is a pipe or a device; only plain files can be opened.',
  folderMissing: 'The folder "{{folder}}" is not there; make it or choose another.',
  folderIsFile: '"{{folder}}" is a file, so nothing can be written into it.',
  targetNotPlain: '"{{name}}" is there already and is not a plain file.',
  notApproved: 'That file was not opened here, so it may not be used.',
  noRoom:
    'There is no room left in "{{folder}}" for "{{name}}", so nothing was written. Free some space or choose another disk.',
  noPermission:
    '"{{name}}" may not be written into "{{folder}}". Choose another folder or change its permissions.',
  noFolderFor:
    'The folder "{{folder}}" is not there, so "{{name}}" cannot be written. Make it or choose another.',
  targetIsFolder: '"{{name}}" is a folder or a device. Choose another name for the file.',
  folderUnreadable:
    'The folder "{{name}}" could not be read ({{why}}). Check its permissions and its disk.',
  folderWithoutMedia: 'The folder "{{name}}" holds no media.',
  folderTooFull:
    'The folder "{{name}}" holds more than {{most, number}} media files; import its parts one by one.',
} as const
