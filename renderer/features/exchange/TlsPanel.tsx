import { Group, Stack, Text } from '@mantine/core'
import type { TlsFacts } from '../../../electron/contract/exchange.ts'
import { clockTime, relative, visible } from '../../ui/format.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { useNow } from '../../ui/use-now.ts'

export function TlsPanel({ tls, url }: { tls: TlsFacts | null; url: string }) {
  const now = useNow()
  if (tls === null) {
    return (
      <Text size="sm" c="dimmed">
        {url.startsWith('http:') ? 'Plain http: this connection is not encrypted.' : 'There was no TLS handshake.'}
      </Text>
    )
  }
  return (
    <Stack gap={8}>
      <Group gap={8} wrap="nowrap">
        <StateIcon look={tls.trusted ? 'good' : 'bad'} word={tls.trusted ? 'Trusted' : 'Not trusted'} />
        <Text size="sm">
          {tls.trusted ? 'Trusted' : `Not trusted: ${tls.problem ?? 'unknown'}`} · {tls.protocol} · {tls.cipher}
          {tls.alpn ? ` · ${tls.alpn}` : ''}
        </Text>
      </Group>
      {tls.chain.map((certificate) => (
        <table className="facts" key={certificate.fingerprint256}>
          <tbody>
            {[
              ['Subject', certificate.subject],
              ['Issuer', certificate.issuer],
              ['Names', certificate.subjectAltName ?? 'none'],
              [
                'Valid',
                `${clockTime(certificate.validFrom)} to ${clockTime(certificate.validTo)}, ends ${relative(certificate.validTo, now)}`,
              ],
              ['SHA-256', certificate.fingerprint256],
            ].map(([name, value = '']) => (
              <tr key={name}>
                <th scope="row" style={{ width: 70 }}>
                  {name}
                </th>
                <td>{visible(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Stack>
  )
}
