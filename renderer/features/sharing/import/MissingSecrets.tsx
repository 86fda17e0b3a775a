import { Text } from '@mantine/core'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../ui/format.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { count } from '../count.ts'

/** The secrets that do not come along, which the person will have to supply. */
export function MissingSecrets({ items }: { items: readonly ImportItem[] }) {
  const lacking = items.filter(({ missing }) => missing.length > 0)
  const secrets = lacking.reduce((sum, { missing }) => sum + missing.length, 0)
  if (secrets === 0) return null
  return (
    <Region name="Secrets to supply" title={`${count(secrets, 'secret')} that you will have to supply`}>
      <VirtualList
        label="Secrets to supply"
        as="list"
        items={lacking}
        estimate={27}
        maxHeight="200px"
        keyOf={({ id }) => id}
      >
        {({ name, missing }) => (
          <Text size="sm" px={8} py={3}>
            {visible(name)}: {missing.map((secret) => secretLabels[secret]).join(', ')}
          </Text>
        )}
      </VirtualList>
    </Region>
  )
}
