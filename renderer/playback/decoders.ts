/** What playback takes of mediabunny; a module of its own, so that a part can be loaded late and the rest left out. */
export {
  ALL_FORMATS,
  AudioBufferSink,
  CustomSource,
  EncodedPacketSink,
  Input,
  IsobmffInputFormat,
} from 'mediabunny'
export { frugalSamples } from './frugalSamples.ts'
export { readAs } from './readAs.ts'
