import { Stack, Text } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { useEnvironments } from '../../../queries/environments.ts'
import type { Choices, Importing, Preview } from '../../../state/importing.ts'
import { visible } from '../../../ui/format.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { count } from '../count.ts'
import { comesIn } from './choices.ts'
import { ItemTable } from './ItemTable.tsx'
import { MissingSecrets } from './MissingSecrets.tsx'
import { Receivers } from './Receivers.tsx'
import { SignaturePanel } from './SignaturePanel.tsx'

interface Props {
  preview: Preview & { choices: Choices; asOf: number }
  importing: Importing
}

/** Everything that the import would change, before it does. */
export function ImportPreview({ preview: { items, signature, unknown, choices, asOf }, importing }: Props) {
  const { compareAgain } = importing
  const changedAt = useEnvironments().dataUpdatedAt
  useEffect(() => {
    if (changedAt > asOf) void compareAgain()
  }, [changedAt, asOf, compareAgain])
  const incoming = useMemo(() => items.filter((item) => comesIn(item, choices)), [items, choices])
  return (
    <Stack gap={16}>
      <SignaturePanel signature={signature} />
      <Region name="Environments in it" title={summary(items)}>
        <ItemTable items={items} choices={choices} onChoose={importing.choose} />
        {incoming.length === 0 ? (
          <Text size="sm" mt={6} role="status">
            {items.length === 0 ? 'It holds no environment.' : 'Nothing would change.'}
          </Text>
        ) : null}
      </Region>
      <Receivers items={incoming} />
      <MissingSecrets items={incoming} />
      {unknown.length === 0 ? null : (
        <Region
          name="Not known, and kept"
          title={`${count(unknown.length, 'member')} not known to this version, and kept`}
        >
          <VirtualList
            label="Not known, and kept"
            as="list"
            items={unknown}
            estimate={25}
            maxHeight="160px"
            keyOf={(path) => path}
          >
            {(path) => (
              <Text className="public-bytes" px={8} py={3}>
                {visible(path)}
              </Text>
            )}
          </VirtualList>
        </Region>
      )}
    </Stack>
  )
}

function summary(items: readonly ImportItem[]): string {
  const number = (...statuses: ImportItem['status'][]) =>
    items.filter(({ status }) => statuses.includes(status)).length.toLocaleString('en')
  return `${number('added')} new · ${number('same_id', 'same_name')} conflicts · ${number('unchanged')} unchanged`
}
