import { Group, Text } from '@mantine/core'
import type { Leak } from '../../../../electron/contract/sharing.ts'
import { hrefOf } from '../../../route.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { count } from '../../../ui/count.ts'
import { leakKinds, placeInWords, whereToTakeOut } from './leak-sentences.ts'

/** What would be written and looks like a secret, each with the way to where it can be taken out. */
export function LeakList({ leaks }: { leaks: readonly Leak[] }) {
  const numbered = leaks.map((leak, index) => ({ leak, index }))
  return (
    <div role="alert">
      <Group gap={8} wrap="nowrap" mb={6}>
        <StateIcon tone="warn" word="Warning" />
        <Text size="sm" fw={600}>
          {count(leaks.length, 'place')} would be written that {leaks.length === 1 ? 'looks' : 'look'} like a secret
        </Text>
      </Group>
      {leaks.some(({ kind }) => kind === 'known_secret' || kind === 'private_key') ? (
        <Text size="sm" mb={6}>
          Take secrets and private keys out first: while one is certain, nothing is written.
        </Text>
      ) : null}
      <VirtualList
        label="What looks like a secret"
        as="list"
        items={numbered}
        estimate={62}
        maxHeight="260px"
        keyOf={({ index }) => String(index)}
      >
        {({ leak }) => <LeakLine leak={leak} />}
      </VirtualList>
    </div>
  )
}

function LeakLine({ leak: { environmentId, environmentName, place, kind, excerpt } }: { leak: Leak }) {
  const [tab, name] = whereToTakeOut(place)
  return (
    <div style={{ borderBottom: '1px solid var(--line)', padding: '5px 8px' }}>
      <Group gap={8} wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} className="ellipsis" title={environmentName}>
          {visible(environmentName)}
        </Text>
        {environmentId === '' ? null : (
          <Text size="sm" style={{ flexShrink: 0 }}>
            <a
              href={hrefOf({ kind: 'environment', id: environmentId, tab })}
              aria-label={`${name} ${tab === 'configure' ? '' : 'of '}${environmentName}`}
            >
              {name}
            </a>
          </Text>
        )}
      </Group>
      <Text size="sm">{[leakKinds[kind], visible(placeInWords(place))].filter(Boolean).join(' · ')}</Text>
      <Text className="public-bytes" c="dimmed">
        {visible(excerpt)}
      </Text>
    </div>
  )
}
