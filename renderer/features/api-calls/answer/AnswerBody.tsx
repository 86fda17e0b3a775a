import { Text } from '@mantine/core'
import type { Body } from '../../../../electron/contract/exchange.ts'
import { RecordedBody } from '../../../json-view/RecordedBody.tsx'
import { byteCount } from '../../../ui/format.ts'

/** The body of an answer, indented where it is JSON. */
export function AnswerBody({ exchangeId, body }: { exchangeId: string; body: Body }) {
  if (body.text === '') {
    return (
      <Text size="sm" c="dimmed">
        The answer has no body.
      </Text>
    )
  }
  return (
    <RecordedBody exchangeId={exchangeId} text={body.text} label="Body of the answer">
      <Text size="xs" c="dimmed">
        {byteCount(body.decodedBytes)}
        {body.encoding === 'utf-8' ? '' : ' · binary, shown as base64'}
        {body.truncated ? ' · incomplete' : ''}
      </Text>
    </RecordedBody>
  )
}
