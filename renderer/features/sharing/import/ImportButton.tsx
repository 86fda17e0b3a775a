import { Button } from '@mantine/core'
import type { Choices, Importing, Preview } from '../../../state/importing.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { count } from '../../../ui/count.ts'
import { comesIn, importChoices } from './choices.ts'

interface Props {
  preview: Preview & { choices: Choices }
  importing: Importing
}

/** Takes in what was looked through; with a way back. */
export function ImportButton({ preview, importing }: Props) {
  const { choices, ...reading } = preview
  const incoming = reading.items.filter((item) => comesIn(item, choices)).length
  const apply = () =>
    void importing.apply(reading, importChoices(reading.items, choices), ({ importId, added, replaced }) =>
      showUndo(
        `import-${importId}`,
        `Imported ${count(added.length + replaced.length, 'environment')}.`,
        () => void importing.undo(importId),
      ),
    )
  return (
    <Button
      disabled={incoming === 0 || importing.pending !== null || preview.signature.kind === 'invalid'}
      onClick={apply}
      style={{ flexShrink: 0 }}
    >
      Import {count(incoming, 'environment')}
    </Button>
  )
}
