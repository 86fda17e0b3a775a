import { Box, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransportFailure } from '../../electron/contract/exchange.ts'
import { failureText } from '../../electron/wording/failures.ts'
import { fieldsOfFailure } from '../../electron/wording/fields-at-fault.ts'
import { visible } from '../../electron/common/visible.ts'
import { GoToField } from './GoToField.tsx'
import { ShowCertificate } from './ShowCertificate.tsx'
import './banner.css'
import { StateIcon, type Tone } from './StateIcon.tsx'

interface UnreachableProps {
  failure: TransportFailure
  /** The field of the endpoint that was asked, for the way to what would mend it; empty where that is no field. Null offers no way. */
  endpoint?: string | null
  /** The exchange that has the certificate, for the way to it in the drawer; null offers none. */
  exchangeId?: string | null
  isPrimary?: boolean
}

/** No complete answer came. */
export function Unreachable({ failure, endpoint = null, exchangeId = null, isPrimary = false }: UnreachableProps) {
  const { title, sentence, advice, detail } = failureText(failure)
  const cancelled = failure.code === 'cancelled'
  return (
    <Problem tone={cancelled ? 'info' : 'bad'} word={cancelled ? 'Information' : 'Error'} title={title}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(sentence)}
      </Text>
      <Text size="sm" c="dimmed">
        {advice}
      </Text>
      {detail !== '' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {visible(detail)}
        </Text>
      )}
      {endpoint === null || cancelled ? null : (
        <div className="problem-acts">
          {exchangeId === null ? null : <ShowCertificate code={failure.code} exchangeId={exchangeId} />}
          <GoToField fields={fieldsOfFailure(failure, endpoint)} look={isPrimary ? 'primary' : 'link'} />
        </div>
      )}
    </Problem>
  )
}

/** The app itself failed to make the call. */
export function CallFailed({ error }: { error: Error }) {
  return (
    <Problem tone="bad" word="Error" title="The app could not do this">
      <Text size="sm">{visible(error.message)}</Text>
    </Problem>
  )
}

/** Something that is wrong, in a panel. */
export function Problem({
  tone,
  word,
  title,
  children,
}: {
  tone: Tone
  word: string
  title: string
  children: ReactNode
}) {
  return (
    <Group className="problem" data-tone={tone} gap={8} wrap="nowrap" align="flex-start" role="status">
      <StateIcon tone={tone} word={word} />
      <Box flex={1} miw={0}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {children}
      </Box>
    </Group>
  )
}
