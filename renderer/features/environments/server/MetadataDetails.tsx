import { Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowsDiff, IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Findings } from '../../../ui/Findings.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { OpenExchange } from '../connection/OpenExchange.tsx'
import type { DiscoveredChange } from './discovered-changes.ts'
import { MetadataFacts } from './MetadataFacts.tsx'
import type { MetadataRow } from './metadata-rows.ts'

interface Props {
  found: Extract<DiscoveryOutcome, { kind: 'found' }>
  rows: readonly MetadataRow[]
  /** What was filled in. */
  filled: readonly DiscoveredChange[]
  /** Null where the fields cannot be changed. */
  use: ((chosen: readonly MetadataRow[]) => void) | null
}

/** What the server publishes beside what is configured, and "Use this" where they differ. */
export function MetadataDetails({ found: { metadata, findings, exchangeId }, rows, filled, use }: Props) {
  const usable = rows.filter(({ comparison }) => comparison === 'new' || comparison === 'different')
  return (
    <Stack gap={8}>
      <Group gap={8} justify="flex-end">
        {use === null || usable.length === 0 ? null : (
          <Button variant="default" onClick={() => use(usable)}>
            Use all
          </Button>
        )}
        <OpenExchange exchangeId={exchangeId} />
      </Group>
      <table className="facts">
        <colgroup>
          <col style={{ width: '19%' }} />
          <col style={{ width: '26%' }} />
          <col style={{ width: '28%' }} />
          <col style={{ width: 108 }} />
          <col style={{ width: 84 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Configured</th>
            <th scope="col">Published</th>
            <th scope="col">Comparison</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.path} row={row} mark={markOf(row, filled)} onUse={use === null ? null : () => use([row])} />
          ))}
        </tbody>
      </table>
      <Disclosure title="More of the metadata" open={false}>
        <MetadataFacts metadata={metadata} />
      </Disclosure>
      <Findings findings={findings} />
    </Stack>
  )
}

const marks = {
  equal: { icon: IconCheck, word: 'equal', color: 'dimmed' },
  different: { icon: IconArrowsDiff, word: 'different', color: 'var(--warn)' },
  new: { icon: IconPlus, word: 'not set yet', color: 'var(--ok)' },
  filled: { icon: IconPlus, word: 'filled', color: 'var(--ok)' },
  replaced: { icon: IconArrowsDiff, word: 'replaced', color: 'var(--ok)' },
  'not published': { icon: IconMinus, word: 'not published', color: 'dimmed' },
} as const

function markOf({ path, comparison }: MetadataRow, filled: readonly DiscoveredChange[]): keyof typeof marks {
  const change = filled.find((one) => one.path === path)
  if (change === undefined) return comparison
  return change.before === '' ? 'filled' : 'replaced'
}

interface RowProps {
  row: MetadataRow
  mark: keyof typeof marks
  onUse: (() => void) | null
}

function Row({ row, mark, onUse }: RowProps) {
  const { title, configured, published, comparison } = row
  const { icon: Icon, word, color } = marks[mark]
  const quiet = comparison === 'equal' || comparison === 'not published'
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{configured === '' ? '–' : visible(configured)}</td>
      <td>{published === null ? '–' : comparison === 'equal' ? 'the same' : visible(published)}</td>
      <td>
        <Text span inherit c={color} style={{ alignItems: 'center', display: 'inline-flex', gap: 4 }}>
          <Icon size={13} aria-hidden /> {word}
        </Text>
      </td>
      <td>
        {quiet || onUse === null ? null : (
          <Button variant="default" size="compact-xs" aria-label={`Use this (${title})`} onClick={onUse}>
            Use this
          </Button>
        )}
      </td>
    </tr>
  )
}
