import { Stack, Text } from '@mantine/core'
import { assertNever } from '../../../electron/contract/assert-never.ts'
import type { ExchangeRequest } from '../../../electron/contract/exchange.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { byteCount, visible } from '../../ui/format.ts'
import { messageText } from './message.ts'
import { pathOf } from './path-of.ts'

export function RequestPanel({ request }: { request: ExchangeRequest }) {
  const { method, url, headers, body, clientAuthentication } = request
  return (
    <Stack gap={8}>
      <Bytes text={messageText(`${method} ${pathOf(url)} HTTP/1.1`, headers, body)} />
      {clientAuthentication === null ? null : (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          Authenticated as <b>{visible(clientAuthentication.client_id)}</b> by {clientAuthentication.method}
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
