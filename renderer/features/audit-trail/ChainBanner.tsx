import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AuditBreak } from '../../../electron/contract/audit.ts'
import { visible } from '../../../electron/common/visible.ts'
import { chainText } from '../../../electron/wording/audit-chain.ts'
import type { useAuditChain } from '../../queries/audit-chain.ts'
import { useSecretStorage, useStorageChanges } from '../../queries/secret-storage.ts'
import { Banner } from '../../ui/Banner.tsx'
import { clockTime } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { StoragePanel } from '../../ui/StoragePanel.tsx'
import { useMinute } from '../../ui/use-now.ts'

interface Props {
  chain: ReturnType<typeof useAuditChain>
  onShow: (entry: number) => void
}

/** Whether the trail is as it was sealed, and what helps where that cannot be known. */
export function ChainBanner({ chain, onShow }: Props) {
  const now = useMinute()
  if (chain.error !== null) return <CallFailed error={chain.error} />
  if (chain.data === undefined) {
    return <Banner tone="idle" title="Checking the trail…" reason="Each entry seals the one before it." />
  }
  const found = chain.data
  const { tone, title, reason } = chainText(found, clockTime(chain.dataUpdatedAt, now))
  if (found.kind === 'not_sealed' || found.kind === 'locked') {
    return <Unsealed tone={tone} title={title} reason={reason} onReady={() => void chain.refetch()} />
  }
  return (
    <Banner
      tone={tone}
      title={title}
      reason={visible(reason)}
      acts={
        found.kind === 'broken' ? (
          <Button variant="default" onClick={() => onShow(numberOf(found.break))}>
            Show the entry
          </Button>
        ) : null
      }
    />
  )
}

/** Of what is missing, the entry that comes after it. */
const numberOf = (broken: AuditBreak): number =>
  broken.kind === 'removed' ? broken.number + broken.count : broken.number

interface UnsealedProps extends ReturnType<typeof chainText> {
  onReady: () => void
}

/** The key that seals the trail is not there: it is opened, or made possible, where secrets are. */
function Unsealed({ tone, title, reason, onReady }: UnsealedProps) {
  const storage = useSecretStorage().data
  const [isOpen, setOpen] = useState(false)
  const changes = useStorageChanges(onReady)
  if (storage === undefined) return <Banner tone={tone} title={title} reason={reason} />
  const isNew = storage.kind === 'new' || storage.kind === 'ready'
  return (
    <Banner
      tone={tone}
      title={title}
      reason={isNew ? `${reason} It is made with the first secret that you store.` : reason}
      acts={
        isNew || isOpen ? null : (
          <Button variant="default" onClick={() => setOpen(true)}>
            {storage.kind === 'unavailable' ? 'Protect secrets…' : 'Unlock…'}
          </Button>
        )
      }
    >
      {isOpen && !isNew ? <StoragePanel storage={storage} changes={changes} compact focused /> : null}
    </Banner>
  )
}
