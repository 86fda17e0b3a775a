import '../sharing.css'
import { Button, Stack, Text, Title } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import { type Importing, type ImportStage, useImporting } from '../../../state/importing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { Refusal } from '../Refusal.tsx'
import { EncryptedPanel } from './EncryptedPanel.tsx'
import { ImportActs } from './ImportActs.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportResult } from './ImportResult.tsx'
import { DropVeil } from './DropVeil.tsx'
import { ImportStart } from './ImportStart.tsx'
import { useTally } from './preview/use-tally.ts'
import { dropped } from './read-dropped.ts'
import { sourcesText } from './source-text.ts'
import { useDropping } from '../../../ui/use-dropping.ts'

const pendingSentences = {
  reading: 'Reading…',
  opening: 'Opening…',
  applying: 'Importing…',
  undoing: 'Putting everything back…',
} as const

/** What others have: read, looked through, and then taken in, in one step that can be undone. */
export function ImportPage() {
  const importing = useImporting()
  const { stage, pending, message, resume, read } = importing
  useEffect(() => resume(), [resume])
  const over = useDropping((transfer) => {
    const found = dropped(transfer)
    if (found !== null) void read(found.fileName, found.files)
  })
  const fileName = 'fileName' in stage ? stage.fileName : ''
  return (
    <div className="page import-page" aria-busy={pending !== null}>
      <header className="page-header">
        <Title order={1} style={{ flexShrink: 0 }}>
          Import
        </Title>
        {fileName === '' ? null : (
          <span className="import-file" title={fileName}>
            <IconFile size={14} stroke={1.6} aria-hidden />
            <span className="ellipsis">{visible(fileName)}</span>
          </span>
        )}
        <span className="import-source ellipsis">{stage.kind === 'preview' ? sourcesText(stage.sources) : ''}</span>
        {stage.kind === 'preview' ? <PreviewActs preview={stage} importing={importing} /> : null}
        {stage.kind === 'start' || stage.kind === 'preview' ? null : (
          <Button variant="default" disabled={pending !== null} onClick={importing.restart}>
            Import something else
          </Button>
        )}
      </header>
      <div className="work">
        <Stack gap={14}>
          {pending === null ? null : (
            <Waiting
              since={pending.since}
              what={`${pendingSentences[pending.what]}${pending.percent === null ? '' : ` ${pending.percent} %`}`}
              onCancel={pending.what === 'reading' || pending.what === 'opening' ? importing.cancel : null}
            />
          )}
          <Refusal title={stage.kind === 'applied' ? 'Not undone' : 'Nothing was imported'} message={message} />
          <Stage importing={importing} />
        </Stack>
      </div>
      {over ? <DropVeil /> : null}
    </div>
  )
}

function PreviewActs({ preview, importing }: { preview: Looked; importing: Importing }) {
  return <ImportActs preview={preview} tally={useTally(preview)} importing={importing} />
}

function PreviewOf({ preview, importing }: { preview: Looked; importing: Importing }) {
  return <ImportPreview preview={preview} tally={useTally(preview)} importing={importing} />
}

type Looked = Extract<ImportStage, { kind: 'preview' }>

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
      return <PreviewOf preview={stage} importing={importing} />
    case 'applied':
      return <ImportResult applied={stage.result} preview={stage.preview} importing={importing} />
    default:
      return assertNever(stage)
  }
}
