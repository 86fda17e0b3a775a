import { Badge } from '@mantine/core'
import type { Stage } from '../../electron/contract/environment.ts'

const colors: Readonly<Record<Stage, string>> = {
  development: 'blue.9',
  staging: 'orange.9',
  production: 'red.9',
  other: 'gray.8',
}

export function StageBadge({ stage }: { stage: Stage }) {
  return (
    <Badge color={colors[stage]} radius="sm" style={{ flexShrink: 0 }}>
      {stage}
    </Badge>
  )
}

/** The same, as a dot beside a word. */
export function stageColor(stage: Stage): string {
  return `var(--mantine-color-${colors[stage].split('.')[0]}-6)`
}
