import { once } from 'node:events'
import { createServer, connect } from 'node:net'
import { expect, it } from 'vitest'
import { CertificateTap } from '../../../electron/core/http/client-certificate-tap.ts'

const [clientHello, certificate, clientKeyExchange] = [1, 11, 16]

const record = (type: number, body: Uint8Array) =>
  Buffer.concat([Buffer.from([type, 3, 3, body.length >> 8, body.length & 255]), body])

/** A record with one handshake message in clear. */
const message = (type: number, length: number) =>
  record(22, Buffer.concat([Buffer.from([type, 0, length >> 8, length & 255]), Buffer.alloc(length)]))

const hello = message(clientHello, 300)
const change = record(20, Buffer.from([1]))
const encrypted = (length: number) => record(23, Buffer.alloc(length))
/** The Finished message of TLS 1.2 keeps its type in clear; its bytes are random, and may look like a certificate. */
const finished = record(22, Buffer.concat([Buffer.from([certificate, 0, 200, 0]), Buffer.alloc(36)]))

const [sha256, sha384] = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384']

it.each([
  ['TLS 1.3, not asked', [hello, change, encrypted(53)], sha256, false, false],
  ['TLS 1.3, not asked, with a longer hash', [hello, change, encrypted(69)], sha384, false, false],
  ['TLS 1.3, not asked, after a second hello', [hello, change, hello, encrypted(53)], sha256, false, false],
  ['TLS 1.3, asked, nothing to show, one record', [hello, change, encrypted(61)], sha256, true, false],
  ['TLS 1.3, asked, nothing to show, two records', [hello, change, encrypted(25), encrypted(69)], sha384, true, false],
  ['TLS 1.3, asked and shown', [hello, change, encrypted(450), encrypted(96), encrypted(53)], sha256, true, true],
  ['TLS 1.3, before the last flight', [hello], null, false, false],
  ['TLS 1.2, not asked', [hello, message(clientKeyExchange, 66), change, finished], sha256, false, false],
  [
    'TLS 1.2, asked, nothing to show',
    [hello, message(certificate, 3), message(clientKeyExchange, 66), change, finished],
    sha256,
    true,
    false,
  ],
  ['TLS 1.2, asked and shown, before a cipher is agreed', [hello, message(certificate, 430)], null, true, true],
] as const)('tells what a server asked for: %s', async (_, records, cipher, isAsked, isPresented) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  const bytes = Buffer.concat(records)
  for (const piece of [bytes.length, 7]) {
    const tap = new CertificateTap(socket)
    for (let start = 0; start < bytes.length; start += piece) tap.write(bytes.subarray(start, start + piece))
    await new Promise((resolve) => tap.write('', resolve))
    expect([tap.isAsked(cipher), tap.isPresented(400)]).toEqual([isAsked, isPresented])
  }
  socket.destroy()
  server.close()
})
