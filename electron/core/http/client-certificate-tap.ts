import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'

const changeCipherSpec = 20
const handshake = 22
const applicationData = 23
const certificateMessage = 11
const recordHeader = 5
/** What TLS 1.3 adds to a handshake message: its header, its type and the tag of the cipher. */
const overhead = 4 + 1 + 16

/**
 * Passes everything through and watches what the client writes during its handshake, because Node does not tell whether
 * the server asked for a certificate: only then does the client send that message, be it empty. TLS 1.3 encrypts it, and
 * then the client's last flight is longer than its Finished message alone.
 * @see RFC 8446 §4.4.2, RFC 5246 §7.4.6
 */
export class CertificateTap extends Duplex {
  readonly #socket: Socket
  #encrypted = 0
  /** Bytes of the message that was sent in clear; null when none was. */
  #message: number | null = null
  #isClear = true
  #watching = true
  #rest = Buffer.alloc(0)

  constructor(socket: Socket) {
    super()
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) socket.pause()
    })
    socket.once('end', () => this.push(null))
    socket.once('error', (error) => this.destroy(error))
    socket.once('close', () => this.destroy())
  }

  /** To be called when the handshake is over and before anything else is written. */
  stopWatching(): void {
    this.#watching = false
    this.#rest = Buffer.alloc(0)
  }

  /** Whether the server asked for a certificate. `cipher` is the suite's name, null before there is one. */
  isAsked(cipher: string | null): boolean {
    const finished = overhead + (cipher?.endsWith('SHA384') === true ? 48 : 32)
    return this.#message !== null || (cipher !== null && this.#encrypted > finished)
  }

  /** Whether a certificate of that length (DER) was sent. */
  isPresented(bytes: number): boolean {
    return (this.#message ?? this.#encrypted) > bytes
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    if (this.#watching) this.#watch(chunk)
    this.#socket.write(chunk, callback)
  }

  override _final(callback: () => void): void {
    this.#socket.end(callback)
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#socket.destroy()
    callback(error)
  }

  #watch(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    while (this.#rest.length >= recordHeader) {
      const length = this.#rest.readUInt16BE(3)
      if (this.#rest.length < recordHeader + length) return
      this.#note(this.#rest[0], this.#rest.subarray(recordHeader, recordHeader + length))
      this.#rest = this.#rest.subarray(recordHeader + length)
    }
  }

  /** What follows the change of the cipher is no message that could be read, even where its type is in clear. */
  #note(type: number | undefined, record: Buffer): void {
    if (type === changeCipherSpec) this.#isClear = false
    if (type === applicationData) this.#encrypted += record.length
    if (type === handshake && this.#isClear && record[0] === certificateMessage) this.#message = record.readUIntBE(1, 3)
  }
}
