import { Text } from '@mantine/core'
import { use } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { TlsFacts } from '../../../../electron/contract/exchange.ts'
import { untrustedSentence } from '../../../../electron/wording/tls.ts'
import { intend } from '../../../state/intents.ts'
import { calendarDate } from '../../../ui/format.ts'
import { ShownEnvironment } from '../../../ui/shown-environment.ts'

/** What was agreed on in the TLS handshake, and who the server proved to be. */
export function TlsOfAnswer({ exchangeId, tls, url }: { exchangeId: string; tls: TlsFacts | null; url: string }) {
  const environment = use(ShownEnvironment)
  if (tls === null) {
    return (
      <Text size="sm" c="dimmed">
        {url.startsWith('http:') ? 'Plain http: this connection is not encrypted.' : 'There was no TLS handshake.'}
      </Text>
    )
  }
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
      <table className="facts" aria-label="TLS of the answer">
        <colgroup>
          <col style={{ width: 128 }} />
          <col />
        </colgroup>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td style={{ overflowWrap: 'anywhere' }}>{visible(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
