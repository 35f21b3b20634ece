/** What a shot asks for, field by field, in the middle of a sentence. */
export const shotField = {
  aspect: 'aspect',
  delivery: 'delivery',
  edit: 'edit settings',
  exrExport: 'EXR export',
  hdr: 'HDR',
  length: 'length',
  loop: 'loop',
  mode: 'mode',
  name: 'name',
  placement: 'placement',
  prompt: 'prompt',
  remote: 'remote media',
  resolution: 'resolution',
  sizing: 'size',
  source: 'source',
} as const
