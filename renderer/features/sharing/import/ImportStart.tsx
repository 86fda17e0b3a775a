import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Fragment, useEffect, useEffectEvent, useState } from 'react'
import type { Importing } from '../../../state/importing.ts'
import { dropped, typed } from './read-dropped.ts'

/** What is read, for people. */
const readable = [
  ['Collections', 'Postman, Bruno, Insomnia, Hoppscotch, Yaak'],
  ['Descriptions', 'OpenAPI 3, Swagger 2, discovery documents'],
  ['Commands', 'curl, wget, HTTPie, PowerShell, oauth2c'],
  ['Files', '.http and .rest, HAR, .env, client JSON of providers'],
  ['This app', '*.ccx.json'],
] as const

/** The ways in: a file, a folder, something dropped, something pasted. */
export function ImportStart({ importing: { chooseFile, chooseFolder, read, pending } }: { importing: Importing }) {
  const [text, setText] = useState('')
  const busy = pending !== null
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const found = event.clipboardData === null ? null : dropped(event.clipboardData)
    if (found === null || busy || !isForThisPage(event.target)) return
    event.preventDefault()
    void read(found.fileName, found.files)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    window.addEventListener('paste', listen)
    return () => window.removeEventListener('paste', listen)
  }, [])
  const readTyped = () => {
    const { fileName, files } = typed(text)
    if (text.trim() !== '') void read(fileName, files)
  }
  return (
    <Stack gap={14} maw={760}>
      <div className="drop-place">
        <IconFileImport size={24} stroke={1.6} aria-hidden />
        <Text size="sm">Drop files or a folder here, or choose them.</Text>
        <Group gap={8}>
          <Button disabled={busy} onClick={() => void chooseFile()}>
            Choose file…
          </Button>
          <Button variant="default" disabled={busy} onClick={() => void chooseFolder()}>
            Choose folder…
          </Button>
        </Group>
      </div>
      <dl className="fact-list import-readable">
        {readable.map(([what, which]) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>{which}</dd>
          </Fragment>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        Nothing in a file is run, no URL in it is asked, and no file that it names is read. You will see every change
        before it is made.
      </Text>
      <Textarea
        label="Or paste text"
        description="A command, the text of a file, or a discovery URL. Ctrl+V (⌘V) anywhere on this page does the same."
        minRows={5}
        rows={5}
        spellCheck={false}
        data-import-text
        styles={{ input: { fontFamily: 'var(--mono)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && readTyped()}
      />
      <Group>
        <Button variant="default" disabled={busy || text.trim() === ''} onClick={readTyped}>
          Read text
        </Button>
      </Group>
    </Stack>
  )
}

/** Not what is pasted into another field, such as the filter of the sidebar. */
function isForThisPage(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  const field = target.closest('input, textarea, [contenteditable]')
  return field === null || field.hasAttribute('data-import-text')
}
