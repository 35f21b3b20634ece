/**
 * Pictures of H.264 that no other is made from: who decodes only to come to a later one leaves them out, a third to a half of
 * what cameras and coders write.
 */
import type { EncodedPacket, InputVideoTrack } from 'mediabunny'

/** Of a packet whether any other needs it. Always said where it cannot be known. */
export type IsNeeded = (packet: Pick<EncodedPacket, 'data'>) => boolean

/** Where avcC (ISO 14496-15, 5.3.3.1) has the size of the lengths before units, in its two lowest bits, less one. */
const LENGTH_SIZE_AT = 4
/** Slices of pictures (ITU-T H.264, table 7-1); of an IDR picture, 5, there is never one that is not needed. */
const isSlice = (type: number): boolean => type >= 1 && type <= 5

export async function neededIn(track: InputVideoTrack): Promise<IsNeeded> {
  const codec = await track.getCodec()
  const { description } = (await track.getDecoderConfig()) ?? {}
  // Units between start codes would have to be looked for; such files come from tape and are interlaced.
  if (codec !== 'avc' || !description) return () => true
  const record = bytesOf(description)
  return ({ data }) => hasReference(data, ((record[LENGTH_SIZE_AT] ?? 3) & 3) + 1)
}

/** Whether a slice in a packet has a nal_ref_idc other than 0 (7.4.1): each of its fields counts. */
export function hasReference(data: Uint8Array, lengthSize: number): boolean {
  let slices = 0
  for (let at = 0; at + lengthSize < data.length; ) {
    let length = 0
    for (let i = 0; i < lengthSize; i++) length = length * 256 + (data[at + i] ?? 0)
    const header = data[at + lengthSize] ?? 0
    if (isSlice(header & 31)) {
      if (((header >> 5) & 3) !== 0) return true
      slices++
    }
    at += lengthSize + length
  }
  return slices === 0
}

const bytesOf = (source: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
