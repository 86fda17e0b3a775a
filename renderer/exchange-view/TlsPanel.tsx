import { Group, Stack, Text } from '@mantine/core'
import type { TlsFacts } from '../../electron/contract/exchange.ts'
import { visible } from '../../electron/common/visible.ts'
import { type Acceptance, AcceptCertificate } from '../ui/AcceptCertificate.tsx'
import { NoTls } from '../ui/NoTls.tsx'
import { StateIcon } from '../ui/StateIcon.tsx'
import { useNow } from '../ui/use-now.ts'
import { CertificatePanel } from './CertificatePanel.tsx'
import { FactsTable } from '../ui/FactsTable.tsx'
import { untrustedSentence } from '../../electron/wording/tls.ts'

interface Props {
  tls: TlsFacts | null
  url: string
  acceptance: Acceptance
}

export function TlsPanel({ tls, url, acceptance }: Props) {
  const now = useNow()
  if (tls === null) return <NoTls url={url} />
  const [leaf] = tls.chain
  const offered = !tls.trusted && !tls.accepted && leaf !== undefined
  return (
    <Stack gap={10}>
      <Trust tls={tls} />
      {offered ? <AcceptCertificate fingerprint={leaf.fingerprint256} acceptance={acceptance} /> : null}
      <FactsTable
        name="Handshake"
        facts={[
          ['Version', tls.protocol ?? 'unknown'],
          ['Cipher', tls.cipher ?? 'unknown'],
          ['ALPN', tls.alpn ?? 'none agreed on'],
          ['Client certificate', <ClientCertificate key="client" presented={tls.clientCertificate} />],
        ]}
      />
      {tls.chain.map((certificate, index) => (
        <CertificatePanel key={certificate.fingerprint256} certificate={certificate} position={index} now={now} />
      ))}
    </Stack>
  )
}

function Trust({ tls: { trusted, accepted, problem } }: { tls: TlsFacts }) {
  const [tone, word] = trusted
    ? (['good', 'Trusted'] as const)
    : accepted
      ? (['warn', 'Accepted'] as const)
      : (['bad', 'Not trusted'] as const)
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <StateIcon tone={tone} word={word} />
      <Text size="sm">
        {trusted
          ? 'Trusted.'
          : accepted
            ? `Accepted by its fingerprint, though not trusted: ${untrustedSentence(problem)}`
            : `Not trusted: ${untrustedSentence(problem)}`}
      </Text>
    </Group>
  )
}

function ClientCertificate({ presented }: { presented: TlsFacts['clientCertificate'] }) {
  if (presented === null) return 'none presented'
  return (
    <>
      {visible(presented.subject)}
      <br />
      <span className="public-bytes">{presented.fingerprint256}</span>
    </>
  )
}
