import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { notRemovedText } from '../../../electron/wording/backups.ts'
import { useBackups, useRemoveBackups } from '../../queries/backups.ts'
import { byteCount, clockTime } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { useNow } from '../../ui/use-now.ts'
import { RemovingBackups } from './RemovingBackups.tsx'

/** The backups of the workspace, which keep what was deleted since, and the way to remove older ones. */
export function BackupsRegion() {
  const backups = useBackups()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const remove = useRemoveBackups()
  const now = useNow()
  const all = backups.data ?? []
  const newest = all.find(({ kind }) => kind === 'rolling')
  const names = all.filter((backup) => backup !== newest).map(({ name }) => name)
  const selected = names.filter((name) => chosen.includes(name))
  const close = () => setAsked(false)
  const onRemove = () => {
    close()
    remove.mutate(selected)
  }
  return (
    <Region name="Backups">
      <Stack gap={8}>
        {backups.error === null ? null : <CallFailed error={backups.error} />}
        <Text size="sm">
          A backup keeps what was in the workspace when it was made. Secrets that you delete, and keys and passphrases
          that you replace, remain in older backups, encrypted as they were then, until those are removed.
        </Text>
        {all.length === 0 ? (
          <Text size="sm" c="dimmed">
            No backups yet.
          </Text>
        ) : (
          <Stack className="panel" gap={6} role="group" aria-label="Backups, newest first">
            {all.map(({ name, at, bytes, kind }) => (
              <Checkbox
                key={name}
                size="xs"
                label={`${clockTime(at, now)}, ${byteCount(bytes)}${kind === 'before_migration' ? ', before an update' : ''}${name === newest?.name ? ', the newest: it is kept' : ''}`}
                disabled={name === newest?.name || remove.isPending}
                checked={selected.includes(name)}
                onChange={({ currentTarget }) =>
                  setChosen(currentTarget.checked ? [...selected, name] : selected.filter((each) => each !== name))
                }
              />
            ))}
          </Stack>
        )}
        {asked ? (
          <RemovingBackups count={selected.length} onRemove={onRemove} onKeep={close} />
        ) : names.length === 0 ? null : (
          <Group gap={8}>
            <Button variant="default" disabled={remove.isPending} onClick={() => setChosen(names)}>
              Select all but the newest
            </Button>
            <Button
              variant="default"
              disabled={selected.length === 0}
              loading={remove.isPending}
              onClick={() => setAsked(true)}
            >
              {`Remove ${counted(selected.length)}…`}
            </Button>
          </Group>
        )}
        {remove.error === null ? null : <CallFailed error={remove.error} />}
        {remove.data === undefined ? null : remove.data.kind === 'refused' ? (
          <Text size="sm" c="var(--err)" role="alert" style={{ overflowWrap: 'anywhere' }}>
            {notRemovedText(remove.data.reason)}
          </Text>
        ) : (
          <Text size="sm" c="var(--ok)" role="status">
            {`${counted(remove.data.count)} removed.`}
          </Text>
        )}
      </Stack>
    </Region>
  )
}

const counted = (count: number) => (count === 1 ? '1 backup' : `${count} backups`)
