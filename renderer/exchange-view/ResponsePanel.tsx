import { Stack, Text } from '@mantine/core'
import type { Body, Exchange } from '../../electron/contract/exchange.ts'
import { marksInResponseHead } from '../../electron/common/evidence-marks.ts'
import { rateLimitOf } from '../../electron/common/rate-limit.ts'
import { useMarkedEvidence } from '../state/marked-evidence.ts'
import { RecordedBody } from '../json-view/RecordedBody.tsx'
import { byteCount } from '../ui/format.ts'
import { MarkedBytes } from './MarkedBytes.tsx'
import { messageText } from './message.ts'
import { RateLimitLine } from './RateLimitLine.tsx'

export function ResponsePanel({ exchange: { id, response, startedAt, timings } }: { exchange: Exchange }) {
  const pointers = useMarkedEvidence(id)
  if (response === null) {
    return (
      <Text size="sm" c="dimmed">
        No answer came.
      </Text>
    )
  }
  const { httpVersion, status, statusText, headers, body } = response
  const head = messageText(`HTTP/${httpVersion} ${status} ${statusText}`, headers, null)
  const limit = rateLimitOf(headers, startedAt + timings.total)
  return (
    <Stack gap={8}>
      {limit === null ? null : <RateLimitLine limit={limit} />}
      <MarkedBytes text={head} marks={marksInResponseHead(head, pointers)} />
      {body.text === '' ? (
        <BodySize body={body} />
      ) : (
        <RecordedBody exchangeId={id} text={body.text} label="Body of the response" pointers={pointers}>
          <BodySize body={body} />
        </RecordedBody>
      )}
    </Stack>
  )
}

function BodySize({ body: { wireBytes, decodedBytes, encoding, truncated, isHead } }: { body: Body }) {
  return (
    <Text size="xs" c="dimmed">
      {byteCount(wireBytes)} on the wire
      {decodedBytes === wireBytes ? '' : `, ${byteCount(decodedBytes)} unpacked`}
      {encoding === 'base64' ? ' · binary, shown as base64' : ''}
      {truncated ? ' · incomplete' : ''}
      {isHead === true ? ' · only its beginning is recorded' : ''}
    </Text>
  )
}
