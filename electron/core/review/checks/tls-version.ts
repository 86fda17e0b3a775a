import type { Seen } from '../../../contract/review.ts'
import type { RecordedFacts } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenIn } from '../check.ts'
import { onePerHost } from '../parts/one-per-host.ts'
import { usesHttps } from '../parts/destinations.ts'
import { worstFirst } from '../parts/worst-first.ts'

/**
 * The version and cipher that were agreed on with each server. Which others a server would take cannot be seen.
 * @see RFC 9325 §3.1.1, §4.1, §4.2, RFC 8996
 */
export const tlsVersion: ReviewCheck = {
  name: 'tls_version',
  look: (kase) => {
    const hosts = onePerHost(kase.exchanges.filter(saysItsVersion))
    const [first, ...others] = worstFirst(hosts.flatMap(weakness))
    if (first !== undefined) return [first, ...others]
    const versions = hosts.flatMap(({ tls }) => versionOf(tls?.protocol ?? null) ?? [])
    if (versions.length === 0) return [judged(usesHttps(kase) ? 'tls_not_seen' : 'tls_without_https', [])]
    const named = [...new Set(versions)].toSorted().join(', ')
    return [judged('tls_modern', hosts.flatMap(seenOf), { versions: named, count: String(hosts.length) })]
  },
}

const saysItsVersion = ({ tls, failure }: RecordedFacts): boolean =>
  versionOf(tls?.protocol ?? null) !== null || failure?.phase === 'tls'

/** `TLS 1.3` of `TLSv1.3`; null for what is no version. */
function versionOf(protocol: string | null): string | null {
  const number = /^TLSv?(1(?:\.[0-3])?)$/.exec(protocol ?? '')?.[1]
  if (number !== undefined) return `TLS ${number === '1' ? '1.0' : number}`
  return /^SSLv[23]$/.test(protocol ?? '') ? (protocol ?? '').replace('v', ' ') : null
}

const modern: ReadonlySet<string> = new Set(['TLS 1.2', 'TLS 1.3'])

function weakness(recorded: RecordedFacts & { host: string }): Judged[] {
  const { host, tls, failure } = recorded
  const version = versionOf(tls?.protocol ?? null)
  if (version === null) return speaksOldOnly(failure) ? [judged('tls_only_deprecated', seenOf(recorded), { host })] : []
  if (!modern.has(version)) return [judged('tls_deprecated', seenOf(recorded), { host, version })]
  const cipher = tls?.cipher ?? ''
  if (isBroken(cipher)) return [judged('tls_deprecated', seenOf(recorded), { host, version: cipher })]
  if (version === 'TLS 1.2' && isOld(cipher)) return [judged('tls_cipher_old', seenOf(recorded), { host, cipher })]
  return []
}

/** The server takes no version that this app takes: TLS 1.2 and later. By the codes and words of OpenSSL and BoringSSL. */
function speaksOldOnly(failure: RecordedFacts['failure']): boolean {
  const said = `${failure?.nodeCode ?? ''} ${failure?.evidence['words'] ?? ''}`.toLowerCase().replaceAll('_', ' ')
  return failure?.phase === 'tls' && /unsupported protocol|alert protocol version|version too low/.test(said)
}

/** @see RFC 9325 §4.1: these must not be negotiated */
const isBroken = (cipher: string): boolean => /NULL|EXP|ADH|AECDH|anon|RC4|RC2|DES|MD5/.test(cipher)

/** Without forward secrecy, or without authenticated encryption. By the names of OpenSSL; an unknown one is not judged. */
const isOld = (cipher: string): boolean =>
  /^(?:AES|CAMELLIA|ARIA|SEED|IDEA)\d*-/.test(cipher) ||
  (/^(?:ECDHE|DHE)-/.test(cipher) && !/GCM|CCM|CHACHA20/.test(cipher))

function seenOf(recorded: RecordedFacts & { host: string }): Seen[] {
  const { host, tls, failure } = recorded
  if (tls?.protocol) return [seenIn(recorded, 'tls', host, [tls.protocol, tls.cipher ?? ''].join(' ').trim())]
  return failure === null ? [] : [seenIn(recorded, 'tls', host, failure.nodeCode ?? failure.code)]
}
