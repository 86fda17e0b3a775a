import { Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { comparisonSummary } from '../../electron/wording/comparison.ts'
import { introspectionVocabulary } from '../../electron/common/comparison-vocabulary.ts'
import type { IntrospectionOutcome } from '../../electron/contract/outcome.ts'
import { ComparisonTable } from '../ui/ComparisonTable.tsx'
import { MembersTable } from './MembersTable.tsx'

/** The answer beside the claims of the token where those can be read, or as it came. */
export function ClaimsComparison({
  comparison,
  response,
}: Pick<Extract<IntrospectionOutcome, { kind: 'active' }>, 'comparison' | 'response'>) {
  // An answer that shares no member with the claims, as one about an inactive token, has nothing to compare.
  const isShared = comparison?.some(({ left, right }) => left !== null && right !== null) ?? false
  const [chosen, setView] = useState<string | null>(null)
  const view = chosen ?? (isShared ? 'Beside claims' : 'Answer')
  const beside = view === 'Beside claims' ? comparison : null
  const title = beside === null ? 'Answer' : 'Introspection beside claims'
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={6} mih={26} wrap="nowrap">
        <Group gap={8}>
          <Title order={3} size="sm">
            {title}
          </Title>
          {beside === null ? null : (
            <Text size="sm" c="dimmed">
              {comparisonSummary(beside, introspectionVocabulary)}
            </Text>
          )}
        </Group>
        {comparison === null ? null : (
          <SegmentedControl
            data={['Beside claims', 'Answer']}
            value={view}
            onChange={setView}
            aria-label="View of the answer"
            style={{ flexShrink: 0 }}
          />
        )}
      </Group>
      <div className="panel">
        {beside === null ? (
          <MembersTable members={response.members} place="introspection" what="members" />
        ) : (
          <ComparisonTable
            name={title}
            place="introspection"
            rows={beside}
            left="Claim"
            right="Introspected"
            vocabulary={introspectionVocabulary}
          />
        )}
      </div>
    </section>
  )
}
