import '../sharing.css'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCopy, IconDeviceFloppy } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { navigate } from '../../../route.ts'
import { useEnvironments } from '../../../queries/environments.ts'
import { useExportDraft, useExportPreview } from '../../../queries/exporting.ts'
import { useSharingKeys } from '../../../queries/sharing-keys.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { Region } from '../../../ui/Region.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { EnvironmentChoice } from './EnvironmentChoice.tsx'
import { exportOptions } from './export-options.ts'
import { ExportReview } from './ExportReview.tsx'
import { FormatChoice } from './FormatChoice.tsx'
import { SecretsChoice } from './SecretsChoice.tsx'
import { SignChoice } from './SignChoice.tsx'
import { useWriteExport, WriteResultPanel } from './use-write-export.tsx'

/** Environments for others: what goes along is chosen, looked through, and then written. */
export function ExportPage() {
  const all = useEnvironments().data
  if (all === undefined) return null
  const environments = all.filter(({ builtIn }) => !builtIn)
  return environments.length === 0 ? <NothingToExport /> : <ExportForm environments={environments} />
}

function NothingToExport() {
  return (
    <div className="page">
      <Header />
      <Stack className="work" gap={10} align="flex-start">
        <Text size="sm">
          There is nothing to export yet: everybody has the sandbox. Make an environment, or import what others have.
        </Text>
        <Group gap={6}>
          <Button onClick={() => navigate({ kind: 'new' })}>Make an environment</Button>
          <Button variant="default" onClick={() => navigate({ kind: 'import' })}>
            Import environments
          </Button>
        </Group>
      </Stack>
    </div>
  )
}

function ExportForm({ environments }: { environments: readonly EnvironmentSummary[] }) {
  const { dataUpdatedAt } = useEnvironments()
  const { data: keys = null } = useSharingKeys()
  const [draft, change] = useExportDraft()
  const complete = useMemo(
    () =>
      exportOptions(
        draft,
        environments.map(({ id }) => id),
        keys,
      ),
    [draft, environments, keys],
  )
  const options = complete.ok ? complete.options : null
  const [settled] = useDebouncedValue(options, 250)
  const preview = useExportPreview(settled, dataUpdatedAt)
  const found = preview.data ?? null
  const looked = options !== null && settled === options && preview.isSuccess && !preview.isFetching
  const isFolder = found !== null && found.files > 1
  const write = useWriteExport(draft)
  const update = (part: Partial<typeof draft>) => change((now) => ({ ...now, ...part }))

  return (
    <div className="page">
      <Header>
        <Text size="sm" c="dimmed" role="status" className="ellipsis">
          {complete.ok ? (looked || preview.isError ? '' : 'Looking through it…') : complete.missing}
        </Text>
        <Button
          variant="default"
          disabled={!looked || isFolder || write.pendingSince !== null}
          title={isFolder ? 'Several files cannot be copied. Save them as a folder.' : undefined}
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => options !== null && write.copy(options)}
        >
          Copy
        </Button>
        <Button
          disabled={!looked || write.pendingSince !== null}
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          onClick={() => options !== null && write.save(options)}
        >
          {isFolder ? 'Save folder…' : 'Save file…'}
        </Button>
      </Header>
      <div className="sharing-columns">
        <EnvironmentChoice
          environments={environments}
          chosen={new Set(draft.environmentIds)}
          onChoose={(environmentIds) => update({ environmentIds })}
        />
        <div className="sharing-column sharing-scroll">
          <Stack gap={16}>
            {write.pendingSince === null ? (
              <WriteResultPanel result={write.result} />
            ) : (
              <Waiting
                since={write.pendingSince}
                what={
                  draft.format === 'explorer' && draft.carry === 'passphrase'
                    ? 'Encrypting, which is slow on purpose, and writing…'
                    : 'Writing…'
                }
                onCancel={null}
              />
            )}
            <FormatChoice format={draft.format} onChange={(format) => update({ format })} />
            {draft.format === 'explorer' ? (
              <>
                <SecretsChoice draft={draft} keys={keys} onChange={update} />
                <SignChoice sign={draft.sign} keys={keys} onChange={(sign) => update({ sign })} />
              </>
            ) : null}
            <Region name="What will be written">
              {preview.error === null ? null : <CallFailed error={preview.error} />}
              {options !== null && found !== null ? (
                <ExportReview
                  preview={found}
                  carried={options.format === 'explorer' && options.secrets.kind !== 'none'}
                />
              ) : (
                <Text size="sm" c="dimmed">
                  {complete.ok ? 'Looking through it…' : complete.missing}
                </Text>
              )}
            </Region>
          </Stack>
        </div>
      </div>
    </div>
  )
}

function Header({ children = null }: { children?: React.ReactNode }) {
  return (
    <header className="page-header">
      <Title order={1} flex={1}>
        Export
      </Title>
      {children}
    </header>
  )
}
