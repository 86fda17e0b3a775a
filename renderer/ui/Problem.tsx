import { Box, Group, List, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransportFailure } from '../../electron/contract/exchange.ts'
import { failureText } from '../../electron/contract/failure-sentences.ts'
import type { FieldProblem } from '../../electron/contract/finding.ts'
import { visible } from './format.ts'
import { type Look, StateIcon } from './StateIcon.tsx'

/** The request did not leave this computer: what is missing, and the way to it. */
export function NotSent({ problems, href }: { problems: readonly FieldProblem[]; href: string }) {
  return (
    <Problem look="warn" word="Warning" title="Nothing was sent">
      <List size="sm">
        {problems.map(({ field, message }) => (
          <List.Item key={field}>{message}</List.Item>
        ))}
      </List>
      <Text size="sm" mt={6}>
        <a href={href}>Open Configure</a>
      </Text>
    </Problem>
  )
}

/** No complete answer came. */
export function Unreachable({ failure }: { failure: TransportFailure }) {
  const { title, sentence, advice } = failureText(failure)
  const cancelled = failure.code === 'cancelled'
  return (
    <Problem look={cancelled ? 'info' : 'bad'} word={cancelled ? 'Information' : 'Error'} title={title}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {visible(sentence)}
      </Text>
      <Text size="sm" c="dimmed">
        {advice}
      </Text>
    </Problem>
  )
}

/** The app itself failed to make the call. */
export function CallFailed({ error }: { error: Error }) {
  return (
    <Problem look="bad" word="Error" title="The app could not do this">
      <Text size="sm">{visible(error.message)}</Text>
    </Problem>
  )
}

function Problem({ look, word, title, children }: { look: Look; word: string; title: string; children: ReactNode }) {
  return (
    <Group className="panel" gap={8} wrap="nowrap" align="flex-start" role="status">
      <StateIcon look={look} word={word} />
      <Box flex={1} miw={0}>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {children}
      </Box>
    </Group>
  )
}
