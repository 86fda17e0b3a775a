import { Group, Stack, Text } from '@mantine/core'
import { marksInRequest } from '../../electron/common/evidence-marks.ts'
import { useMarkedEvidence } from '../state/marked-evidence.ts'
import { assertNever } from '../../electron/common/assert-never.ts'
import type { Exchange, ExchangeRequest } from '../../electron/contract/exchange.ts'
import { sentOf, sentSentence } from '../../electron/wording/sent.ts'
import { visible } from '../../electron/common/visible.ts'
import { byteCount } from '../ui/format.ts'
import { StateIcon } from '../ui/StateIcon.tsx'
import { MarkedBytes } from './MarkedBytes.tsx'
import { messageText } from './message.ts'
import { pathOf } from '../../electron/common/path-of.ts'

export function RequestPanel({ exchange }: { exchange: Exchange }) {
  const { method, url, headers, body, clientAuthentication } = exchange.request
  const pointers = useMarkedEvidence(exchange.id)
  const text = messageText(`${method} ${pathOf(url)} HTTP/1.1`, headers, body)
  const sent = sentOf(exchange)
  const unsent = sentSentence(sent)
  return (
    <Stack gap={8}>
      {unsent === null ? null : (
        <Group gap={8} wrap="nowrap" align="flex-start" role="note">
          <StateIcon tone="warn" word="Warning" />
          <Text size="sm">{unsent}</Text>
        </Group>
      )}
      <div {...(sent === 'no' && { className: 'unsent' })}>
        <MarkedBytes text={text} marks={marksInRequest(text, exchange.request, pointers)} />
      </div>
      {clientAuthentication === null ? null : (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {sent === 'yes' ? 'Authenticated' : 'To be authenticated'} as <b>{visible(clientAuthentication.client_id)}</b>{' '}
          by {clientAuthentication.method}
          {howOf(clientAuthentication)}. Secrets and tokens are masked.
        </Text>
      )}
      {body === null ? null : (
        <Text size="xs" c="dimmed">
          Body of {byteCount(body.wireBytes)}
          {body.encoding === 'base64' ? ' · binary, shown as base64' : ''}
        </Text>
      )}
    </Stack>
  )
}

/** @see RFC 6749 §2.3.1 */
function howOf({ method, basicEncoding }: NonNullable<ExchangeRequest['clientAuthentication']>): string {
  if (method !== 'client_secret_basic') return ''
  switch (basicEncoding) {
    case 'form':
      return ' (ID and secret form-encoded, joined by a colon, then base64)'
    case 'raw':
      return ' (ID and secret as they are, joined by a colon, then base64)'
    default:
      return assertNever(basicEncoding)
  }
}
