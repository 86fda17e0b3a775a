import { Box, Group, Text, Title } from '@mantine/core'
import type { Certificate } from '../../electron/contract/exchange.ts'
import { CopyText } from '../ui/CopyText.tsx'
import { visible } from '../../electron/common/visible.ts'
import { calendarDate } from '../ui/format.ts'
import { StateIcon } from '../ui/StateIcon.tsx'
import { FactsTable } from '../ui/FactsTable.tsx'
import { certificateProblems } from '../../electron/wording/tls.ts'

const day = 86_400_000
/** Days before its end from which a certificate wants attention. */
const soon = 30

interface Props {
  certificate: Certificate
  /** In the chain: 0 is the server's own. */
  position: number
  now: number
}

export function CertificatePanel({ certificate, position, now }: Props) {
  const { subject, issuer, subjectAltName, fingerprint256, publicKey, serialNumber, problems } = certificate
  const title = position === 0 ? 'Certificate of the server' : subject === issuer ? 'Root authority' : 'Authority'
  return (
    <Box className="panel" component="section" aria-label={title}>
      <Title order={3} size="sm" mb={4}>
        {title}
      </Title>
      {problems.map((problem) => (
        <Group key={problem} gap={8} wrap="nowrap" mb={4}>
          <StateIcon tone="bad" word="Problem" />
          <Text size="sm">{certificateProblems[problem]}</Text>
        </Group>
      ))}
      <FactsTable
        name={title}
        facts={[
          ['Subject', visible(subject)],
          ['Names', visible(subjectAltName ?? 'none')],
          ['Issuer', subject === issuer ? 'itself' : visible(issuer)],
          ['Valid', <Validity key="valid" certificate={certificate} now={now} />],
          ['SHA-256', <CopyText key="sha" text={fingerprint256} what="fingerprint" />],
          ['Public key', publicKey ?? 'unknown'],
          [
            'Serial no.',
            <span key="serial" className="public-bytes">
              {visible(serialNumber)}
            </span>,
          ],
        ]}
      />
    </Box>
  )
}

function Validity({ certificate: { validFrom, validTo }, now }: { certificate: Certificate; now: number }) {
  const days = Math.floor((validTo - now) / day)
  const ended = validTo <= now
  return (
    <>
      {calendarDate(validFrom)} to {calendarDate(validTo)}
      <br />
      <Text span inherit c={ended ? 'var(--err)' : days < soon ? 'var(--warn)' : 'dimmed'}>
        {ended ? endedText(now - validTo) : days < 1 ? 'ends today' : `ends in ${count(days)}`}
      </Text>
    </>
  )
}

function endedText(ms: number): string {
  const days = Math.floor(ms / day)
  return days === 0 ? 'ended today' : `ended ${count(days)} ago`
}

const count = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`
