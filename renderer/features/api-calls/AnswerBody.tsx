import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { byteCount } from '../../ui/format.ts'

/** More than this is shown only when asked for, so that a large answer does not hold up the window. */
const shownCharacters = 100_000

type Body = NonNullable<Exchange['response']>['body']

/** The body of an answer, indented where it is JSON. */
export function AnswerBody({ body }: { body: Body }) {
  const [whole, setWhole] = useState(false)
  if (body.text === '') {
    return (
      <Text size="sm" c="dimmed">
        The answer has no body.
      </Text>
    )
  }
  const isText = body.encoding === 'utf-8'
  const text = whole ? body.text : body.text.slice(0, shownCharacters)
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {byteCount(body.decodedBytes)}
        {isText ? '' : ' · binary, shown as base64'}
        {body.truncated ? ' · incomplete' : ''}
      </Text>
      <Bytes text={isText ? pretty(text, whole || text === body.text) : text} />
      {text === body.text ? null : (
        <Button variant="default" w="fit-content" onClick={() => setWhole(true)}>
          Show all of it
        </Button>
      )}
    </Stack>
  )
}

/** JSON indented for reading when that loses nothing; anything else as it came. The bytes themselves are in the exchange. */
function pretty(text: string, complete: boolean): string {
  if (!complete || !/^\s*[{[]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? JSON.stringify(value, null, 2) : text
  } catch {
    return text
  }
}
