/** What of a medium can be decoded: the file itself, or its proxy. */
export type MediaCopy = 'original' | 'proxy'
