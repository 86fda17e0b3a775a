import { Stack, Text } from '@mantine/core'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { JsonView } from '../../json-view/JsonView.tsx'
import { byteCount } from '../../ui/format.ts'

type Body = NonNullable<Exchange['response']>['body']

/** The body of an answer, indented where it is JSON. */
export function AnswerBody({ body }: { body: Body }) {
  if (body.text === '') {
    return (
      <Text size="sm" c="dimmed">
        The answer has no body.
      </Text>
    )
  }
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {byteCount(body.decodedBytes)}
        {body.encoding === 'utf-8' ? '' : ' · binary, shown as base64'}
        {body.truncated ? ' · incomplete' : ''}
      </Text>
      <JsonView source={body.text} label="Body of the answer" isUncut />
    </Stack>
  )
}
