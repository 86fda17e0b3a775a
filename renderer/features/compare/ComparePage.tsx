import { Box, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { incomparableSentences } from '../../../electron/wording/comparison.ts'
import { askedVocabulary, swapped, tokenVocabulary } from '../../../electron/common/comparison-vocabulary.ts'
import type { Comparison } from '../../../electron/contract/comparison.ts'
import { type SideChoice, type Sides, useComparison, useSides } from '../../queries/comparison.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useTokens } from '../../queries/tokens.ts'
import { CallFailed, Problem } from '../../ui/Problem.tsx'
import { ComparisonResult } from './ComparisonResult.tsx'
import { Presets } from './Presets.tsx'
import { type Known, sideLabel } from './side-options.ts'
import { SidePicker } from './SidePicker.tsx'
import { useSide } from './use-side.ts'

/** Two tokens side by side: two environments, before and after, asked and granted. */
export function ComparePage() {
  const environments = useEnvironments().data ?? []
  const tokens = useTokens().data ?? []
  const known = { environments, tokens }
  const [sides, change] = useSides()
  const left = useSide(sides.left, known)
  const right = useSide(sides.right, known)
  const { data, error } = useComparison(left.compared, right.compared)
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>Compare tokens</Title>
      </header>
      <Box className="work">
        <Stack gap={14} maw={1500}>
          <Presets sides={sides} known={known} onChoose={(next) => change(() => next)} />
          <SimpleGrid cols={2} spacing={10}>
            <SidePicker
              name="Left"
              side={left}
              {...known}
              onChoose={(choice) => change((now) => ({ ...now, left: choice }))}
            />
            <SidePicker
              name="Right"
              side={right}
              {...known}
              onChoose={(choice) => change((now) => ({ ...now, right: choice }))}
            />
          </SimpleGrid>
          {error === null ? null : <CallFailed error={error} />}
          <Result data={data} sides={sides} known={known} />
        </Stack>
      </Box>
    </div>
  )
}

function Result({
  data,
  sides: { left, right },
  known: { environments },
}: {
  data: Comparison | null | undefined
  sides: Sides
  known: Known
}) {
  if (left === null || right === null) {
    return (
      <Text size="sm" c="dimmed">
        Choose both sides, or one of the usual comparisons above. Times are compared relative to issue time; list order
        is ignored.
      </Text>
    )
  }
  if (data === undefined || data === null) return null
  if (data.kind === 'not_comparable') {
    const side = data.side === 'left' ? left : right
    return (
      <Problem
        tone="warn"
        word="Warning"
        title={`The ${data.side} side cannot be compared: ${sideLabel(side, environments)}`}
      >
        <Text size="sm">
          {side.kind === 'asked' && data.reason === 'missing'
            ? 'This environment requests no scope or audience to compare.'
            : incomparableSentences[data.reason]}
        </Text>
      </Problem>
    )
  }
  return (
    <ComparisonResult
      parts={data.parts}
      left={`Left: ${sideLabel(left, environments)}`}
      right={`Right: ${sideLabel(right, environments)}`}
      vocabulary={vocabularyOf(left, right)}
    />
  )
}

function vocabularyOf(left: SideChoice, right: SideChoice) {
  if ((left.kind === 'asked') === (right.kind === 'asked')) return tokenVocabulary
  return left.kind === 'asked' ? askedVocabulary : swapped(askedVocabulary)
}
