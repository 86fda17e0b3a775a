import { Group, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { comparisonSummary, partTitles } from '../../../electron/wording/comparison.ts'
import { isDifference, tellingFirst, type Vocabulary } from '../../../electron/common/comparison-vocabulary.ts'
import { ComparisonTable } from '../../ui/ComparisonTable.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Region } from '../../ui/Region.tsx'
import { comparisonText, type Parts } from './comparison-text.ts'

/** From so many rows on, only those that differ are shown until all are asked for. */
const manyRows = 12

interface Props {
  parts: Parts
  left: string
  right: string
  vocabulary: Vocabulary
}

/** What came of it: a summary in words, then part by part, what is worth a look first. */
export function ComparisonResult({ parts: given, left, right, vocabulary }: Props) {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const parts = given.map((part) => ({ ...part, rows: tellingFirst(part.rows, vocabulary) }))
  const rows = parts.flatMap((part) => part.rows)
  const onlyDifferences = wanted ?? rows.length > manyRows
  const shown = onlyDifferences ? parts.map((part) => ({ ...part, rows: part.rows.filter(isDifference) })) : parts
  return (
    <Stack gap={14}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} role="status">
          {comparisonSummary(rows, vocabulary)}
        </Text>
        <Group gap={12} wrap="nowrap" style={{ flexShrink: 0 }}>
          <Switch
            label="Only differences"
            size="xs"
            checked={onlyDifferences}
            onChange={(event) => setWanted(event.currentTarget.checked)}
          />
          <CopyButton
            title="Copies the rows that are shown, with both values"
            onCopy={() => Promise.resolve(copyText(comparisonText([left, right], parts, shown, vocabulary)))}
          >
            Copy as text
          </CopyButton>
        </Group>
      </Group>
      {parts.some(({ name }) => name === 'response') ? (
        <Text size="sm" c="dimmed">
          The claims of at least one side cannot be read, so what the token response says is compared.
        </Text>
      ) : null}
      {shown.map((part, index) => {
        const title = partTitles[part.name]
        return (
          <Region key={part.name} name={title}>
            {part.rows.length === 0 ? (
              <Text size="sm" c="dimmed">
                {comparisonSummary(parts[index]?.rows ?? [], vocabulary)}
              </Text>
            ) : (
              <div className="panel">
                <ComparisonTable
                  name={title}
                  place={part.name === 'response' ? 'token_response' : part.name}
                  rows={part.rows}
                  left={left}
                  right={right}
                  vocabulary={vocabulary}
                />
              </div>
            )}
          </Region>
        )
      })}
    </Stack>
  )
}
