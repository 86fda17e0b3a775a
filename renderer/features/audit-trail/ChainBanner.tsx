import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AuditBreak } from '../../../electron/contract/audit.ts'
import type { SecretStorage } from '../../../electron/contract/secret-storage.ts'
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
    return (
      <Unsealed
        tone={tone}
        title={title}
        reason={reason}
        isChecking={chain.isFetching}
        onReady={() => void chain.refetch()}
      />
    )
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
  isChecking: boolean
  onReady: () => void
}

/** The key that seals the trail is not there: it is made, opened, or made possible here. */
function Unsealed({ tone, title, reason, isChecking, onReady }: UnsealedProps) {
  const storage = useSecretStorage().data
  const [isOpen, setOpen] = useState(false)
  const changes = useStorageChanges(onReady)
  if (storage === undefined) return <Banner tone={tone} title={title} reason={reason} />
  const canSeal = storage.kind === 'new' || storage.kind === 'ready'
  const seal = () => (storage.kind === 'new' ? changes.make({ kind: 'protect', passphrase: null }) : onReady())
  return (
    <Banner
      tone={tone}
      title={title}
      reason={`${reason}${waysOut[storage.kind] ?? ''}`}
      acts={
        canSeal ? (
          <Button variant="default" loading={changes.pending || isChecking} onClick={seal}>
            Seal now
          </Button>
        ) : isOpen ? null : (
          <Button variant="default" onClick={() => setOpen(true)}>
            {storage.kind === 'unavailable' ? 'Use a passphrase…' : 'Unlock…'}
          </Button>
        )
      }
    >
      {canSeal && changes.refusal !== null ? (
        <p className="banner-reason" role="alert">
          {visible(changes.refusal)}
        </p>
      ) : null}
      {isOpen && !canSeal ? <StoragePanel storage={storage} changes={changes} compact focused /> : null}
    </Banner>
  )
}

const waysOut: Partial<Record<SecretStorage['kind'], string>> = {
  new: ' “Seal now” makes one that your keyring protects.',
  unavailable: ' This system has no keyring to protect one; a passphrase of yours can.',
}
