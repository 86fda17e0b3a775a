import { Stack, Text } from '@mantine/core'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { rateLimitOf } from '../../../electron/common/rate-limit.ts'
import { JsonView } from '../../json-view/JsonView.tsx'
import { Bytes } from '../../ui/Bytes.tsx'
import { byteCount } from '../../ui/format.ts'
import { messageText } from './message.ts'
import { RateLimitLine } from './RateLimitLine.tsx'

export function ResponsePanel({ exchange: { response, startedAt, timings } }: { exchange: Exchange }) {
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
      {body.text === '' ? null : <JsonView source={body.text} label="Body of the response" isUncut />}
      <Text size="xs" c="dimmed">
        {byteCount(body.wireBytes)} on the wire
        {body.decodedBytes === body.wireBytes ? '' : `, ${byteCount(body.decodedBytes)} unpacked`}
        {body.encoding === 'base64' ? ' · binary, shown as base64' : ''}
        {body.truncated ? ' · incomplete' : ''}
      </Text>
    </Stack>
  )
}
