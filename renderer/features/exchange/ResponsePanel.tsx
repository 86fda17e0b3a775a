import { Stack, Text } from '@mantine/core'
import type { Body, Exchange } from '../../../electron/contract/exchange.ts'
import { rateLimitOf } from '../../../electron/common/rate-limit.ts'
import { RecordedBody } from '../../json-view/RecordedBody.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import { byteCount } from '../../ui/format.ts'
import { messageText } from './message.ts'
import { RateLimitLine } from './RateLimitLine.tsx'

export function ResponsePanel({ exchange: { id, response, startedAt, timings } }: { exchange: Exchange }) {
  if (response === null) {
    return (
      <Text size="sm" c="dimmed">
        No answer came.
      </Text>
    )
  }
  const { httpVersion, status, statusText, headers, body } = response
  const limit = rateLimitOf(headers, startedAt + timings.total)
  return (
    <Stack gap={8}>
      {limit === null ? null : <RateLimitLine limit={limit} />}
      <Bytes text={messageText(`HTTP/${httpVersion} ${status} ${statusText}`, headers, null)} />
      {body.text === '' ? (
        <BodySize body={body} />
      ) : (
        <RecordedBody exchangeId={id} text={body.text} label="Body of the response">
          <BodySize body={body} />
        </RecordedBody>
      )}
    </Stack>
  )
}

function BodySize({ body: { wireBytes, decodedBytes, encoding, truncated } }: { body: Body }) {
  return (
    <Text size="xs" c="dimmed">
      {byteCount(wireBytes)} on the wire
      {decodedBytes === wireBytes ? '' : `, ${byteCount(decodedBytes)} unpacked`}
      {encoding === 'base64' ? ' · binary, shown as base64' : ''}
      {truncated ? ' · incomplete' : ''}
    </Text>
  )
}
