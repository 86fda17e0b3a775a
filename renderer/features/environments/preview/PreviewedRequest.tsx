import { Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { PreviewOutcome } from '../../../../electron/contract/outcome.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { markedParts } from './marked-parts.ts'
import { requestText } from './request-text.ts'
import { useFocusedPath } from './use-focused-path.ts'

type Previewed = Extract<PreviewOutcome, { kind: 'request' }>

/** What would be sent; the part that the focused field makes is marked. */
export function PreviewedRequest({ outcome: { request, proxy, revealed } }: { outcome: Previewed }) {
  const { origin } = new URL(request.url)
  const focused = useFocusedPath()
  const parts = markedParts(visible(requestText(request, proxy)), focused)
  return (
    <Stack gap={8}>
      <pre className="bytes">
        {parts.map(({ text, isMarked }, index) =>
          isMarked ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
        )}
      </pre>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        To {visible(origin)}
        {proxy === null ? ', without a proxy' : `, through the proxy ${visible(proxy)}`}.{' '}
        {revealed ? 'Secrets are shown.' : 'Secrets are masked.'}
      </Text>
    </Stack>
  )
}
