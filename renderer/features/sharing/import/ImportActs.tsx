import { Button } from '@mantine/core'
import { useId } from 'react'
import type { Choices, Importing, Preview } from '../../../state/importing.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { count } from '../../../ui/count.ts'
import { usePageHotkeys } from '../../../ui/use-page-hotkeys.ts'
import { comesIn } from './choices.ts'
import { importLabel, obstacleOf, type Tally } from './preview/tally.ts'
import { useFaults } from './preview/typed-settings.ts'

interface Props {
  preview: Preview & { choices: Choices }
  tally: Tally
  importing: Importing
}

/** Takes in what was looked through, with a way back, or leaves it. Why it cannot be taken is beside it. */
export function ImportActs({ preview: { importId, items, choices, edits, signature }, tally, importing }: Props) {
  const coming = items.filter((item) => comesIn(item, { choices, edits }))
  const faults = useFaults(importId, coming)
  const whyId = useId()
  const why = obstacleOf(tally, faults)
  const apply = () =>
    void importing.apply(importId, ({ importId: applied, added, replaced, extended }) =>
      showUndo(
        `import-${applied}`,
        `Imported ${count(added.length + replaced.length + extended.length, 'environment')}.`,
        () => void importing.undo(applied),
      ),
    )
  const isOff = why !== null || importing.pending !== null || signature.kind === 'invalid'
  usePageHotkeys([['mod+Enter', () => (isOff ? undefined : apply())]])
  return (
    <>
      <span id={whyId} className="text-small import-why">
        {why}
      </span>
      <Button
        variant="default"
        disabled={importing.pending !== null}
        onClick={importing.restart}
        style={{ flexShrink: 0 }}
      >
        Cancel
      </Button>
      <Button
        variant="filled"
        disabled={isOff}
        aria-describedby={why === null ? undefined : whyId}
        onClick={apply}
        style={{ flexShrink: 0 }}
      >
        {importLabel(tally)}
      </Button>
    </>
  )
}
