import { curlNotes } from '../../wording/curl.ts'
import type { NetworkPolicy } from '../../contract/network-policy.ts'
import { pathWord, quoted } from '../../common/shell-words.ts'
import type { Proxy } from '../http/transcript.ts'

/** How a request travels, in options of curl. None makes it trust everything. */
export interface CurlNetwork {
  /** Null goes there directly. */
  proxy: Proxy | null
  /** Path of a PEM file; null trusts what curl trusts by itself. */
  caFile: string | null
  /** Paths; without `keyFile` the key is in the certificate's file. */
  clientCertificate: { certificateFile: string; keyFile: string | null } | null
  /** What a person has to do or to know before running the command. */
  notes: readonly string[]
}

/** Of an environment's policy and the proxy that it gives for the URL. What is in memory only is expected in files. */
export function curlNetwork(policy: NetworkPolicy, proxy: Proxy | null): CurlNetwork {
  const caFile = policy.ca !== '' ? 'ca.pem' : policy.caFile === '' ? null : policy.caFile
  const { certificate, certificateFile, keyFile } = policy.clientCertificate
  const clientFile = certificate !== '' ? 'client-certificate.pem' : certificateFile === '' ? null : certificateFile
  const clientKey = keyFile !== '' ? keyFile : certificate === '' ? null : 'client-key.pem'
  return {
    proxy,
    caFile,
    clientCertificate: clientFile === null ? null : { certificateFile: clientFile, keyFile: clientKey },
    notes: [
      ...(caFile === 'ca.pem' ? [curlNotes.ca] : []),
      ...(clientFile === 'client-certificate.pem' ? [curlNotes.certificate] : []),
      ...(clientFile !== null && clientKey === 'client-key.pem' ? [curlNotes.key] : []),
      ...(clientFile !== null && clientKey === null && certificate === '' && !isPfx(clientFile)
        ? [curlNotes.keyElsewhere]
        : []),
      ...(policy.acceptedCertificate === '' ? [] : [curlNotes.acceptedCertificate]),
    ],
  }
}

export function networkArguments({ proxy, caFile, clientCertificate }: CurlNetwork): string[] {
  return [
    // Whatever the shell's variables say: the way is part of the request.
    ...(proxy === null ? ["--noproxy '*'"] : ["--noproxy ''", `--proxy ${quoted(proxyUrl(proxy))}`]),
    ...(caFile === null ? [] : [`--cacert ${pathWord(caFile)}`]),
    ...(clientCertificate === null ? [] : certificateArguments(clientCertificate)),
  ]
}

function certificateArguments({ certificateFile, keyFile }: { certificateFile: string; keyFile: string | null }) {
  // After a colon curl expects the passphrase.
  const file = certificateFile.replaceAll(/[\\:]/g, '\\$&')
  return [
    ...(isPfx(certificateFile) ? ['--cert-type P12'] : []),
    `--cert ${pathWord(file)}`,
    ...(keyFile === null ? [] : [`--key ${pathWord(keyFile)}`]),
  ]
}

const isPfx = (path: string) => /\.(?:pfx|p12)$/i.test(path)

function proxyUrl({ protocol, host, port, username, password }: Proxy): string {
  const credentials =
    username === '' && password === '' ? '' : `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`
  return namesLeftTo(`${protocol}://${credentials}${host.includes(':') ? `[${host}]` : host}:${port}`)
}

/** SOCKS proxies look names up themselves, as here; curl has its own schemes for that. */
export function namesLeftTo(proxy: string): string {
  return proxy.replace(/^socks5:/, 'socks5h:').replace(/^socks4:/, 'socks4a:')
}
