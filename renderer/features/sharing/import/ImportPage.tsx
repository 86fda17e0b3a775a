import '../sharing.css'
import { Button, Stack, Text, Title } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import { type Importing, useImporting } from '../../../state/importing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { Refusal } from '../Refusal.tsx'
import { EncryptedPanel } from './EncryptedPanel.tsx'
import { ImportButton } from './ImportButton.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportStart } from './ImportStart.tsx'
import { dropped } from './read-dropped.ts'
import { useDropping } from '../../../ui/use-dropping.ts'

const pendingSentences = {
  reading: 'Reading…',
  opening: 'Opening…',
  applying: 'Importing…',
  undoing: 'Putting everything back…',
} as const

/** Environments of others: read, looked through, and then taken in, in one step that can be undone. */
export function ImportPage() {
  const importing = useImporting()
  const { stage, pending, message } = importing
  const over = useDropping((transfer) => {
    const found = dropped(transfer)
    if (found !== null) void importing.read(found.fileName, found.files)
  })
  const fileName = 'fileName' in stage ? stage.fileName : ''
  return (
    <div className="page import-page" aria-busy={pending !== null}>
      <header className="page-header">
        <Title order={1} style={{ flexShrink: 0 }}>
          Import
        </Title>
        <Text size="sm" c="dimmed" className="ellipsis" flex={1} miw={0} title={fileName}>
          {visible(fileName)}
        </Text>
        {stage.kind === 'start' ? null : (
          <Button variant="default" disabled={pending !== null} onClick={importing.restart}>
            Import something else
          </Button>
        )}
        {stage.kind === 'preview' ? <ImportButton preview={stage} importing={importing} /> : null}
      </header>
      <div className="work">
        <Stack gap={14}>
          {pending === null ? null : (
            <Waiting
              since={pending.since}
              what={pendingSentences[pending.what]}
              onCancel={pending.what === 'reading' || pending.what === 'opening' ? importing.cancel : null}
            />
          )}
          <Refusal title={stage.kind === 'applied' ? 'Not undone' : 'Nothing was imported'} message={message} />
          <Stage importing={importing} />
        </Stack>
      </div>
      {over ? (
        <div className="drop-veil">
          <IconFileImport size={28} aria-hidden />
          <Text fw={600}>Drop to preview</Text>
        </div>
      ) : null}
    </div>
  )
}

function Stage({ importing }: { importing: Importing }): ReactNode {
  const { stage } = importing
  switch (stage.kind) {
    case 'start':
      return <ImportStart importing={importing} />
    case 'undone':
      return (
        <>
          <Problem tone="good" word="Done" title="The import was undone">
            <Text size="sm">Everything is as it was before.</Text>
          </Problem>
          <ImportStart importing={importing} />
        </>
      )
    case 'refused':
      return (
        <>
          <Refusal title="This cannot be imported" message={stage.message} />
          <ImportStart importing={importing} />
        </>
      )
    case 'encrypted':
      return <EncryptedPanel key={stage.importId} reading={stage} importing={importing} />
    case 'preview':
      return <ImportPreview preview={stage} importing={importing} />
    case 'applied':
      return <ImportResult applied={stage.result} preview={stage.preview} importing={importing} />
    default:
      return assertNever(stage)
  }
}
