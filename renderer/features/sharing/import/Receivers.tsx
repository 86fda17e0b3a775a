import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { count } from '../../../ui/count.ts'
import { type Receiver, receiversOf } from './receivers.ts'

/** Which servers would receive which secret once a token is requested, through which proxy, and who could pass for them. */
export function Receivers({ items }: { items: readonly ImportItem[] }) {
  const receivers = useMemo(() => receiversOf(items), [items])
  if (receivers.length === 0) return null
  return (
    <Region name="Servers that would receive a secret" title={titleOf(receivers)}>
      <VirtualList
        label="Servers that would receive a secret"
        as="list"
        items={receivers}
        estimate={48}
        maxHeight="min(40vh, 360px)"
        className="import-list"
        keyOf={({ origin }) => origin}
      >
        {(receiver) => <ReceiverLine receiver={receiver} />}
      </VirtualList>
      <Text size="sm" c="dimmed" mt={4}>
        Nothing is sent by importing. A secret or token that is here already is not sent to a new server, through a new
        proxy or trusting a new authority before you are asked.
      </Text>
    </Region>
  )
}

function titleOf(receivers: readonly Receiver[]): string {
  const servers = receivers.filter(({ kind }) => kind === 'server')
  const ways = receivers.filter(({ kind }) => kind !== 'server')
  return [
    ...(servers.length === 0
      ? []
      : [`${count(servers.length, 'server')} would receive a secret${unapproved(servers)}`]),
    ...(ways.length === 0
      ? []
      : [`${count(ways.length, 'proxy or authority', 'proxies or authorities')} on the way${newOnes(ways)}`]),
  ].join('; ')
}

function unapproved(servers: readonly Receiver[]): string {
  const some = servers.filter(({ known }) => !known).length
  if (some === 0) return ''
  return some === servers.length ? ', not approved yet' : `, ${some} of them not approved yet`
}

function newOnes(some: readonly Receiver[]): string {
  const all = some.length
  const unknown = some.filter(({ known }) => !known).length
  if (unknown === 0) return ''
  if (unknown < all) return `, ${unknown} of them new`
  return all === 1 ? ', and it is new' : ', all of them new'
}

const namesShown = 3
// A server may be unapproved because the way to it is new.
const newWords = { server: 'not approved yet', proxy: 'new proxy', authority: 'new trust' } as const

function ReceiverLine({ receiver: { kind, origin, known, secrets } }: { receiver: Receiver }) {
  return (
    <div style={{ borderBottom: '1px solid var(--line)', padding: '6px 0' }}>
      <Group gap={8} justify="space-between" wrap="nowrap">
        <Text className="public-bytes" fw={600}>
          {visible(origin)}
        </Text>
        <Text
          size="xs"
          c={known ? 'dimmed' : 'var(--warn)'}
          style={{ alignItems: 'center', display: 'inline-flex', flexShrink: 0, gap: 4 }}
        >
          {known ? <IconCheck size={13} aria-hidden /> : <IconAlertTriangle size={13} aria-hidden />}
          {known ? 'known' : newWords[kind]}
        </Text>
      </Group>
      {secrets.map(({ secret, source, environments }) => (
        <Text
          size="sm"
          key={`${secret}\n${source}`}
          style={{ overflowWrap: 'anywhere' }}
          title={environments.join(', ')}
        >
          {visible(secret)}
          {source === '' ? '' : ` (${visible(source)})`} of {environments.slice(0, namesShown).map(visible).join(', ')}
          {environments.length > namesShown ? ` and ${environments.length - namesShown} more` : ''}
        </Text>
      ))}
    </div>
  )
}
