/** The result's identifier, the same for the same request: a name-based UUID (version 5). */
import { createHash } from 'node:crypto'
import { canonicalJson, canonicalRequest } from '../../../shared/generation/canonical.ts'
import type { VideoInferenceRequest } from '../../../shared/generation/request.ts'

/** Ours, made once: the namespace that version 5 asks for. */
const NAMESPACE = Buffer.from('6f1d3f5a0c5e4a5e9b6b2f0f6c1e7d42', 'hex')

export function videoUuidOf(request: VideoInferenceRequest): string {
  const hash = createHash('sha1')
    .update(NAMESPACE)
    .update(canonicalJson(canonicalRequest(request)))
    .digest()
    .subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
