/**
 * For `.catch(absent)`: a file or folder that is not there is undefined, every other trouble stays an error.
 * @throws what it was given, unless the path does not exist.
 */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
