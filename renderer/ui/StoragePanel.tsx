import { Box, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { counted, storageText } from '../../electron/wording/storage-state.ts'
import { EnterSecret } from './EnterSecret.tsx'
import { visible } from '../../electron/common/visible.ts'
import { NewPassphrase } from './NewPassphrase.tsx'
import { OlderBackups } from './OlderBackups.tsx'
import { StateIcon, type Tone } from './StateIcon.tsx'
import type { StorageAct, StorageChanges } from './storage-changes.ts'

interface Props {
  storage: SecretStorage
  changes: StorageChanges
  /** Stands where secrets are to be used now: what can wait is left out. */
  compact?: boolean
  /** A passphrase can be typed at once. */
  focused?: boolean
  /** Other ways out, beside those of the storage itself. */
  children?: ReactNode
}

/** Whether secrets can be stored and read, why not, and the ways out. */
export function StoragePanel({ storage, changes, compact = false, focused = false, children = null }: Props) {
  const [asked, setAsked] = useState<'passphrase' | 'forget' | null>(null)
  const { word, title, sentence } = storageText(storage)
  const make = (act: StorageAct) => {
    setAsked(null)
    changes.make(act)
  }
  const byPassphrase = storage.kind === 'locked' && storage.protection === 'passphrase'
  return (
    <Group className="panel" gap={8} wrap="nowrap" align="flex-start" role="group" aria-label="Secret storage">
      <StateIcon tone={tones[storage.kind]} word={word} />
      <Stack flex={1} miw={0} gap={8}>
        <Box role="status">
          <Text fw={600} size="sm">
            {title}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {visible(sentence)}
          </Text>
          {changes.pending ? (
            <Group gap={8}>
              <Loader size={14} />
              <Text size="sm">Working. A key from a passphrase takes a few seconds to make, on purpose.</Text>
            </Group>
          ) : changes.done === null ? null : (
            <>
              <Text size="sm" c="var(--ok)">
                {doneText[changes.done]}
              </Text>
              {outlived[changes.done] === null ? null : <OlderBackups what={outlived[changes.done] ?? ''} />}
            </>
          )}
        </Box>
        {byPassphrase ? (
          <EnterSecret
            label="Passphrase"
            action="Unlock"
            focused={focused}
            pending={changes.pending}
            error={changes.refusal}
            onEnter={(passphrase) => make({ kind: 'unlock', passphrase })}
          />
        ) : changes.refusal === null ? null : (
          <Text size="sm" c="var(--err)" role="alert" style={{ overflowWrap: 'anywhere' }}>
            {visible(changes.refusal)}
          </Text>
        )}
        {asked === 'passphrase' ? (
          <NewPassphrase
            action={storage.kind === 'ready' && storage.protection === 'passphrase' ? 'Change' : 'Protect'}
            pending={changes.pending}
            onEnter={(passphrase) => make({ kind: 'protect', passphrase })}
            onCancel={() => setAsked(null)}
          />
        ) : null}
        {asked === 'forget' && 'stored' in storage ? (
          <Forgetting stored={storage.stored} onForget={() => make({ kind: 'forget' })} onKeep={() => setAsked(null)} />
        ) : null}
        {asked === null ? (
          <Group gap={8}>
            <Ways storage={storage} pending={changes.pending} compact={compact} onMake={make} onAsk={setAsked} />
            {children}
          </Group>
        ) : null}
      </Stack>
    </Group>
  )
}

const tones: Readonly<Record<SecretStorage['kind'], Tone>> = {
  ready: 'good',
  new: 'good',
  unavailable: 'warn',
  locked: 'warn',
  changed: 'bad',
  damaged: 'bad',
}

const doneText: Readonly<Record<StorageAct['kind'], string>> = {
  unlock: 'Unlocked.',
  protect: 'Done: the key of the stored secrets is protected this way from now on.',
  rotate: 'Done: every stored secret is sealed with a new key.',
  forget: 'Forgotten. Secrets can be stored again.',
}

/** What older backups still hold afterwards. */
const outlived: Readonly<Record<StorageAct['kind'], string | null>> = {
  unlock: null,
  protect: 'the key protected as it was before: the earlier passphrase or keyring still opens them',
  rotate: 'the secrets sealed with the earlier key',
  forget: 'the stored secrets, encrypted',
}

interface WaysProps {
  storage: SecretStorage
  pending: boolean
  compact: boolean
  onMake: (act: StorageAct) => void
  onAsk: (what: 'passphrase' | 'forget') => void
}

function Ways({ storage, pending, compact, onMake, onAsk }: WaysProps) {
  const way = (name: string, onClick: () => void, main = false) => (
    <Button variant={main ? 'filled' : 'default'} disabled={pending} onClick={onClick}>
      {name}
    </Button>
  )
  const tryAgain = way('Try again', () => onMake({ kind: 'unlock', passphrase: null }), true)
  switch (storage.kind) {
    case 'unavailable':
      return (
        <>
          {way('Protect with a passphrase', () => onAsk('passphrase'), true)}
          {way('Try again', () => onMake({ kind: 'unlock', passphrase: null }))}
        </>
      )
    case 'locked':
      return (
        <>
          {storage.protection === 'keyring' ? tryAgain : null}
          {compact ? null : way('Forget the stored secrets…', () => onAsk('forget'))}
        </>
      )
    case 'changed':
      return (
        <>
          {tryAgain}
          {way('Forget the stored secrets…', () => onAsk('forget'))}
        </>
      )
    case 'damaged':
      return way('Forget the stored secrets…', () => onAsk('forget'))
    case 'new':
      return compact ? null : way('Use a passphrase instead', () => onAsk('passphrase'))
    case 'ready': {
      if (compact) return null
      const passphrase = storage.protection === 'passphrase'
      return (
        <>
          {way(passphrase ? 'Change the passphrase' : 'Use a passphrase instead', () => onAsk('passphrase'))}
          {passphrase ? way('Use the keyring', () => onMake({ kind: 'protect', passphrase: null })) : null}
          {way('Rotate the data key', () => onMake({ kind: 'rotate' }))}
        </>
      )
    }
  }
}

function Forgetting({ stored, onForget, onKeep }: { stored: number; onForget: () => void; onKeep: () => void }) {
  return (
    <Stack gap={8}>
      <Text size="sm">{counted(stored)} deleted. This can’t be undone. Environments stay as they are.</Text>
      <Group gap={8}>
        <Button color="red.9" onClick={onForget}>
          Forget {stored === 1 ? '1 stored secret' : `${stored} stored secrets`}
        </Button>
        <Button variant="default" onClick={onKeep}>
          Keep them
        </Button>
      </Group>
    </Stack>
  )
}
