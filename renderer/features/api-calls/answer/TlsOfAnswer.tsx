import { use } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { TlsFacts } from '../../../../electron/contract/exchange.ts'
import { untrustedSentence } from '../../../../electron/wording/tls.ts'
import { intend } from '../../../state/intents.ts'
import { FactsTable } from '../../../ui/FactsTable.tsx'
import { calendarDate } from '../../../ui/format.ts'
import { NoTls } from '../../../ui/NoTls.tsx'
import { ShownEnvironment } from '../../../ui/shown-environment.ts'

/** What was agreed on in the TLS handshake, and who the server proved to be. */
export function TlsOfAnswer({ exchangeId, tls, url }: { exchangeId: string; tls: TlsFacts | null; url: string }) {
  const environment = use(ShownEnvironment)
  if (tls === null) return <NoTls url={url} />
  const [leaf] = tls.chain
  const facts: readonly (readonly [string, string])[] = [
    ['Trust', trustOf(tls)],
    ['Version', tls.protocol ?? 'unknown'],
    ['Cipher', tls.cipher ?? 'unknown'],
    ['Client certificate', tls.clientCertificate?.subject ?? 'none presented'],
    ...(leaf === undefined
      ? []
      : ([
          ['Certificate', leaf.subject],
          ['Names', leaf.subjectAltName ?? 'none'],
          ['Issuer', leaf.issuer],
          ['Valid', `${calendarDate(leaf.validFrom)} to ${calendarDate(leaf.validTo)}`],
        ] as const)),
  ]
  return (
    <>
      <FactsTable
        name="TLS of the answer"
        nameWidth={128}
        facts={facts.map(([name, value]) => [name, visible(value)])}
      />
      {environment === null ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => intend(environment.id, 'show_exchange', [exchangeId, 'tls'])}
        >
          Show the whole certificate chain
        </button>
      )}
    </>
  )
}

function trustOf({ trusted, accepted, problem }: TlsFacts): string {
  if (trusted) return 'Trusted'
  const why = untrustedSentence(problem)
  return accepted ? `Accepted by its fingerprint, though not trusted: ${why}` : `Not trusted: ${why}`
}
