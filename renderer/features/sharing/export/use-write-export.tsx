import { Code, Text } from '@mantine/core'
import { useState } from 'react'
import type { SaveProblem } from '../../../../electron/contract/save-problem.ts'
import { saveProblemText } from '../../../../electron/wording/save-problem.ts'
import type { ExportOptions } from '../../../../electron/contract/sharing.ts'
import { type ExportDraft, useCopyExport, useSaveExport } from '../../../queries/exporting.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Refusal } from '../Refusal.tsx'

export type WriteResult = { kind: 'saved'; path: string } | { kind: 'copied' } | { kind: 'failed'; message: string }

/** Writes the export, and keeps what came of it until something else is meant. */
export function useWriteExport(draft: ExportDraft) {
  const save = useSaveExport()
  const copy = useCopyExport()
  const [last, setLast] = useState<{ of: ExportDraft; result: WriteResult } | null>(null)
  const finish = (result: WriteResult) => setLast({ of: draft, result })
  const onError = ({ message }: Error) => finish({ kind: 'failed', message })
  return {
    /** When the writing that runs was begun, in milliseconds since 1970; null when none does. */
    pendingSince: save.isPending ? save.submittedAt : copy.isPending ? copy.submittedAt : null,
    result: last?.of === draft ? last.result : null,
    save: (options: ExportOptions) =>
      save.mutate(options, {
        onSuccess: (outcome) =>
          outcome.kind === 'cancelled'
            ? setLast(null)
            : finish(outcome.kind === 'saved' ? outcome : failed(outcome.reason)),
        onError,
      }),
    copy: (options: ExportOptions) =>
      copy.mutate(options, {
        onSuccess: (refusal) => finish(refusal === null ? { kind: 'copied' } : failed(refusal)),
        onError,
      }),
  }
}

const failed = (problem: SaveProblem): WriteResult => ({ kind: 'failed', message: saveProblemText(problem) })

export function WriteResultPanel({ result }: { result: WriteResult | null }) {
  if (result === null) return null
  if (result.kind === 'failed') return <Refusal title="The export failed" message={result.message} />
  return (
    <Problem tone="good" word="Done" title={result.kind === 'saved' ? 'Saved' : 'Copied'}>
      {result.kind === 'saved' ? (
        <Code style={{ overflowWrap: 'anywhere' }}>{visible(result.path)}</Code>
      ) : (
        <Text size="sm">The text of the file is on the clipboard for a minute.</Text>
      )}
    </Problem>
  )
}
