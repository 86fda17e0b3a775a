import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import zlib, { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { codeOf } from './failure.ts'
import type { FailureEvidence } from './transport-failure.ts'

/** How reading ended. `incomplete` means that the connection broke before the body's end. */
export type BodyEnd =
  | { kind: 'complete' }
  | { kind: 'incomplete' }
  | { kind: 'too_large' }
  | { kind: 'decompression'; nodeCode: string | null; evidence: FailureEvidence<'decompression'> }

/** Reads and unpacks a body as it arrives, never more than `maxBytes` of it. What it has is there at any time. */
export class BodyReader {
  /** Bytes as they crossed the network, before unpacking and after the chunks were joined. */
  wireBytes = 0
  readonly #response: IncomingMessage
  readonly #maxBytes: number
  readonly #onEnd: (end: BodyEnd) => void
  readonly #onPart: (part: Uint8Array) => void
  #decoders: Transform[] | null = null
  #decoded: Buffer[] = []
  #decodedBytes = 0
  /** Packed bytes, kept until something comes out: a body that only claims to be packed is evidence. */
  #packed: Buffer[] = []
  #arrived: 'not_yet' | 'complete' | 'incomplete' = 'not_yet'
  #unpacked = false
  #ended = false

  constructor(
    response: IncomingMessage,
    maxBytes: number,
    onEnd: (end: BodyEnd) => void,
    onPart: (part: Uint8Array) => void,
  ) {
    this.#response = response
    this.#maxBytes = maxBytes
    this.#onEnd = onEnd
    this.#onPart = onPart
    response.on('data', (chunk: Buffer) => this.#arrive(chunk))
    response.once('end', () => this.#arrivedWhole(response.complete))
    response.once('close', () => this.#arrivedWhole(response.complete))
    response.on('error', () => this.#arrivedWhole(false))
  }

  get body(): Buffer {
    return Buffer.concat(this.#decodedBytes === 0 ? this.#packed : this.#decoded)
  }

  /** Takes what has arrived and was not read yet, before the connection's end discards it. */
  takeRest(): void {
    while (this.#response.read() !== null);
  }

  /** Stops reading; `onEnd` is not called any more. */
  stop(): void {
    this.#ended = true
    for (const decoder of this.#decoders ?? []) decoder.destroy()
  }

  #arrive(chunk: Buffer): void {
    if (this.#ended) return
    this.wireBytes += chunk.length
    const first = (this.#decoders ??= this.#start(chunk))[0]
    if (this.#ended) return
    if (first === undefined) this.#keep(chunk)
    else if (this.wireBytes > this.#maxBytes) this.#end({ kind: 'too_large' })
    else this.#unpack(chunk, first)
  }

  #unpack(chunk: Buffer, first: Transform): void {
    if (this.#decodedBytes === 0) this.#packed.push(chunk)
    if (this.#unpacked || first.write(chunk)) return
    this.#response.pause()
    first.once('drain', () => this.#response.resume())
  }

  #start(chunk: Buffer): Transform[] {
    const decoders = decodersFor(this.#response.headers['content-encoding'], chunk[0] ?? 0)
    if (decoders === null) {
      this.#packed.push(chunk)
      this.#end({ kind: 'decompression', nodeCode: null, evidence: { reason: 'too_many' } })
      return []
    }
    decoders.reduce<Transform | null>((before, decoder) => before?.pipe(decoder) ?? decoder, null)
    for (const decoder of decoders) decoder.on('error', (error) => this.#cannotUnpack(error))
    decoders.at(-1)?.on('data', (part: Buffer) => this.#keep(part))
    decoders.at(-1)?.once('end', () => this.#unpackedWhole())
    return decoders
  }

  #keep(part: Buffer): void {
    if (this.#ended) return
    const room = this.#maxBytes - this.#decodedBytes
    this.#decoded.push(part.length > room ? part.subarray(0, room) : part)
    this.#decodedBytes += Math.min(part.length, room)
    this.#packed = []
    this.#onPart(part)
    if (part.length > room) this.#end({ kind: 'too_large' })
  }

  #arrivedWhole(complete: boolean): void {
    if (this.#ended || this.#arrived !== 'not_yet') return
    this.#arrived = complete ? 'complete' : 'incomplete'
    const first = this.#decoders?.[0]
    if (first === undefined || this.#unpacked) this.#end({ kind: this.#arrived })
    else first.end()
  }

  /** A decoder is done at the end of its stream, no matter what still follows; that is only counted. */
  #unpackedWhole(): void {
    this.#unpacked = true
    if (this.#arrived === 'not_yet') this.#response.resume()
    else this.#end({ kind: this.#arrived })
  }

  #cannotUnpack(error: Error): void {
    if (this.#arrived === 'incomplete') this.#end({ kind: 'incomplete' })
    else
      this.#end({
        kind: 'decompression',
        nodeCode: codeOf(error),
        evidence: this.#isText() ? { reason: 'plain' } : { reason: 'damaged', words: error.message },
      })
  }

  /** True when what came is plain text: its Content-Encoding is wrong, and not its packing. */
  #isText(): boolean {
    if (this.#decodedBytes > 0) return false
    const { body } = this
    return isUtf8(body) && !body.some((byte) => byte < 9 || (byte > 13 && byte < 32))
  }

  #end(end: BodyEnd): void {
    if (this.#ended) return
    this.stop()
    this.#onEnd(end)
  }
}

/** More codings than this on one answer are an attack: each costs memory before it yields a byte. */
const mostCodings = 4

/**
 * The streams that undo `Content-Encoding`, first to run first; none for a body that is not encoded, and none when
 * a coding is unknown, for then the body is kept as it came. Null when there are too many.
 * @see RFC 9110 §8.4
 */
export function decodersFor(contentEncoding: string | undefined, firstByte: number): Transform[] | null {
  const codings = codingsOf(contentEncoding ?? '')
  if (codings.length > mostCodings) return null
  // What was applied last is undone first.
  const makers = codings.map((_, index) => decoderMaker(codings.at(-1 - index), firstByte))
  const known = makers.filter((maker) => maker !== null)
  return known.length === makers.length ? known.map((make) => make()) : []
}

/** A window of 8 MB is the largest that an answer may ask for; by default it is 128 MB. @see RFC 9659 §3 */
const zstdWindowLog = 23

/** The codings of a `Content-Encoding` that cannot be undone here. */
export function unreadableCodings(contentEncoding: string): string[] {
  return codingsOf(contentEncoding).filter((coding) => decoderMaker(coding, 0) === null)
}

function codingsOf(contentEncoding: string): string[] {
  return contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
}

/** "deflate" means zlib, but some servers send it bare; a zlib stream begins with method 8. @see RFC 9110 §8.4.1.2 */
function decoderMaker(coding: string | undefined, firstByte: number): (() => Transform) | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return () => createGunzip()
    case 'deflate':
      return (firstByte & 0x0f) === 8 ? () => createInflate() : () => createInflateRaw()
    case 'br':
      return () => createBrotliDecompress()
    case 'zstd':
      // Not every Node that this runs on has it.
      return typeof zlib.createZstdDecompress === 'function'
        ? () => zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: zstdWindowLog } })
        : null
    default:
      return null
  }
}
