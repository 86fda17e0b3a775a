import { Stack, Text } from '@mantine/core'
import type { PreviewOutcome } from '../../../../electron/contract/outcome.ts'
import { useRevealedPreview } from '../../../queries/preview.ts'
import { Bytes } from '../../../ui/Bytes.tsx'
import { visible } from '../../../ui/format.ts'
import { requestText } from './request-text.ts'
import type { PreviewInput } from './previewed-values.ts'

type Previewed = Extract<PreviewOutcome, { kind: 'request' }>

export function PreviewedRequest({ outcome: { request, proxy, revealed } }: { outcome: Previewed }) {
  const { origin } = new URL(request.url)
  return (
    <Stack gap={4}>
      <div className="panel">
        <Bytes text={requestText(request, proxy)} />
      </div>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        To {visible(origin)}
        {proxy === null ? ', without a proxy' : `, through the proxy ${visible(proxy)}`}.{' '}
        {revealed ? 'Secrets are shown.' : 'Secrets are masked.'}
      </Text>
    </Stack>
  )
}

/** With its secrets; masked until they are here. */
export function RevealedRequest({ input, masked }: { input: PreviewInput | null; masked: Previewed }) {
  const { data } = useRevealedPreview(input)
  return <PreviewedRequest outcome={data?.kind === 'request' ? data : masked} />
}
