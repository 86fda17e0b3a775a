import type { SaveProblem } from '../../../../electron/contract/save-problem.ts'
import { saveProblemText } from '../../../../electron/wording/save-problem.ts'
import { Code, Text } from '@mantine/core'
import { useState } from 'react'
import type { ExportOptions } from '../../../../electron/contract/sharing.ts'
import { type ExportDraft, useCopyExport, useSaveExport } from '../../../queries/exporting.ts'
import { visible } from '../../../ui/format.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Refusal } from '../Refusal.tsx'

export type Telling = { kind: 'saved'; path: string } | { kind: 'copied' } | { kind: 'failed'; message: string }

/** Writes the export, and keeps what came of it until something else is meant. */
export function useWriteExport(draft: ExportDraft) {
  const save = useSaveExport()
  const copy = useCopyExport()
  const [last, setLast] = useState<{ of: ExportDraft; told: Telling } | null>(null)
  const tell = (told: Telling) => setLast({ of: draft, told })
  const onError = ({ message }: Error) => tell({ kind: 'failed', message })
  return {
    /** When the writing that runs was begun, in milliseconds since 1970; null when none does. */
    pendingSince: save.isPending ? save.submittedAt : copy.isPending ? copy.submittedAt : null,
    told: last?.of === draft ? last.told : null,
    save: (options: ExportOptions) =>
      save.mutate(options, {
        onSuccess: (outcome) =>
          outcome.kind === 'cancelled'
            ? setLast(null)
            : tell(outcome.kind === 'saved' ? outcome : failed(outcome.reason)),
        onError,
      }),
    copy: (options: ExportOptions) =>
      copy.mutate(options, {
        onSuccess: (refusal) => tell(refusal === null ? { kind: 'copied' } : failed(refusal)),
        onError,
      }),
  }
}

const failed = (problem: SaveProblem): Telling => ({ kind: 'failed', message: saveProblemText(problem) })

export function Told({ told }: { told: Telling | null }) {
  if (told === null) return null
  if (told.kind === 'failed') return <Refusal title="The export failed" message={told.message} />
  return (
    <Problem look="good" word="Done" title={told.kind === 'saved' ? 'Saved' : 'Copied'}>
      {told.kind === 'saved' ? (
        <Code style={{ overflowWrap: 'anywhere' }}>{visible(told.path)}</Code>
      ) : (
        <Text size="sm">The text of the file is on the clipboard for a minute.</Text>
      )}
    </Problem>
  )
}
