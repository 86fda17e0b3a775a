import type { TlsFacts } from '../../contract/exchange.ts'
import { bounded } from './bounded.ts'
import type { CertificateFacts } from './facts.ts'

/** The certificate that the server presented; null where none was seen. */
export function certificateOf({ chain: [leaf] }: TlsFacts): CertificateFacts | null {
  if (leaf === undefined) return null
  const names = (leaf.subjectAltName ?? '').split(',').map((name) => name.trim())
  return {
    fingerprint: leaf.fingerprint256,
    subject: bounded(leaf.subject),
    names: bounded(
      names
        .filter((name) => name !== '')
        .toSorted()
        .join(' '),
    ),
    authority: bounded(organisationOf(leaf.issuer)),
    validFrom: leaf.validFrom,
    validTo: leaf.validTo,
  }
}

/** An authority signs with several certificates, whose names differ and whose organisation is the same. */
function organisationOf(name: string): string {
  const at = name.startsWith('O=') ? 0 : name.indexOf(', O=')
  if (at === -1) return name
  const from = name.indexOf('O=', at) + 2
  const rest = name.slice(from)
  const end = nextAttribute(rest)
  return rest.slice(0, end)
}

/** Where the next `TYPE=` begins; a name may have commas. */
function nextAttribute(text: string): number {
  const match = /, [A-Za-z0-9.]{1,40}=/.exec(text)
  return match === null ? text.length : match.index
}
