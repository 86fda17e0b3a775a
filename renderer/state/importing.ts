import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { undoProblemText } from '../../electron/wording/import/applying.ts'
import { importProblemText } from '../../electron/wording/import/problems.ts'
import type { CallOutput } from '../../electron/contract/calls.ts'
import type { ImportChoice, ImportGiven, ImportReading, ImportResult } from '../../electron/contract/sharing.ts'
import { call } from '../host.ts'
import { createKept, keep, keptValue, useKept } from './kept.ts'

export type Choice = ImportChoice['choice']
/** What was chosen for environments that are there already, by their id in the file. */
export type Choices = Readonly<Record<string, Choice>>
export type Preview = Extract<ImportReading, { kind: 'preview' }>
export type Applied = Extract<ImportResult, { kind: 'applied' }>

export type ImportStage =
  | { kind: 'start' }
  | { kind: 'refused'; fileName: string; message: string }
  | Extract<ImportReading, { kind: 'encrypted' }>
  /** `asOf` is when it was compared with the workspace, in milliseconds since 1970. */
  | (Preview & { choices: Choices; asOf: number })
  | { kind: 'applied'; result: Applied; preview: Preview }
  | { kind: 'undone' }

interface State {
  stage: ImportStage
  /** What runs, and since when in milliseconds since 1970. */
  pending: { what: 'reading' | 'opening' | 'applying' | 'undoing'; since: number } | null
  /** Why the last step was not done; the stage is as it was. */
  message: string | null
}

const kept = createKept<State>({ stage: { kind: 'start' }, pending: null, message: null })

/** One import at a time, in the same state wherever the person goes meanwhile. */
export function useImporting() {
  const [state] = useKept(kept)
  const client = useQueryClient()
  const steps = useMemo(() => stepsOf(client), [client])
  return { ...state, ...steps }
}
export type Importing = ReturnType<typeof useImporting>

let running: AbortController | null = null

function stepsOf(client: QueryClient) {
  const state = (): State => keptValue(kept)
  const set = (change: Partial<State>): void => keep(kept, { ...state(), ...change })
  /** Does a step, unless one is done already. What comes after a person cancelled is not looked at. */
  const step = async <T>(
    what: NonNullable<State['pending']>['what'],
    work: (signal: AbortSignal) => Promise<T>,
    onDone: (outcome: T) => Partial<State>,
    onError: (message: string) => Partial<State>,
  ): Promise<void> => {
    if (state().pending !== null) return
    const controller = new AbortController()
    running = controller
    set({ pending: { what, since: Date.now() }, message: null })
    const change = await work(controller.signal).then(onDone, (error: unknown) =>
      onError(error instanceof Error ? error.message : String(error)),
    )
    if (!controller.signal.aborted) set({ ...change, pending: null })
  }
  const onMessage = (message: string) => ({ message })

  const read = (fileName: string, given: () => Promise<ImportGiven>): Promise<void> =>
    step(
      'reading',
      async (signal) => call('readImport', await given(), signal),
      (reading) => stageOf(reading),
      (message) => ({ stage: { kind: 'refused', fileName, message } }),
    )

  return {
    /** Asks for a file. */
    chooseFile: () => read('', async () => ({ kind: 'choose_file' })),
    /** Asks for a folder. */
    chooseFolder: () => read('', async () => ({ kind: 'choose_folder' })),
    /** Reads what was dropped or pasted; what `files` throws is why it is refused. */
    read: (name: string, files: () => Promise<Extract<ImportGiven, { kind: 'texts' }>['files']>) =>
      read(name, async () => ({ kind: 'texts', name: name.slice(0, 500), files: await files() })),
    open: (importId: string, passphrase: string | null) =>
      step('opening', (signal) => call('openImport', { importId, passphrase }, signal), stageOf, onMessage),
    /** Compares what was read with the workspace again, which changed meanwhile; choices stay. */
    compareAgain: async () => {
      const before = state().stage
      if (before.kind !== 'preview' || state().pending !== null) return
      const reading = await call('openImport', { importId: before.importId, passphrase: null })
      const { stage } = state()
      if (reading.kind === 'preview' && stage.kind === 'preview' && stage.importId === reading.importId) {
        set({ stage: { ...reading, choices: stage.choices, asOf: Date.now() } })
      }
    },
    choose: (change: Choices) => {
      const { stage } = state()
      if (stage.kind === 'preview') set({ stage: { ...stage, choices: { ...stage.choices, ...change } } })
    },
    apply: (preview: Preview, choices: readonly ImportChoice[], onApplied: (result: Applied) => void) =>
      step(
        'applying',
        () => call('applyImport', { importId: preview.importId, choices: [...choices] }),
        (result) => {
          if (result.kind === 'refused') return { message: importProblemText(result.reason) }
          refresh(client)
          onApplied(result)
          return { stage: { kind: 'applied', result, preview } }
        },
        onMessage,
      ),
    undo: (importId: string) =>
      step(
        'undoing',
        () => call('undoImport', { importId }),
        (outcome: CallOutput<'undoImport'>) => {
          if (outcome.kind === 'refused') return { message: undoProblemText(outcome.reason) }
          refresh(client)
          return { stage: { kind: 'undone' } }
        },
        onMessage,
      ),
    cancel: () => {
      running?.abort()
      set({ pending: null })
    },
    restart: () => set({ stage: { kind: 'start' }, message: null }),
  }
}

function stageOf(reading: ImportReading): Partial<State> {
  switch (reading.kind) {
    case 'cancelled':
      return {}
    case 'preview':
      return { stage: { ...reading, choices: {}, asOf: Date.now() } }
    case 'encrypted':
      return { stage: reading }
    case 'refused': {
      const { fileName, reason } = reading
      return { stage: { kind: 'refused', fileName, message: importProblemText(reason) } }
    }
  }
}

/** An import changes saved calls and known authors as well. */
function refresh(client: QueryClient): void {
  for (const key of ['environments', 'environment', 'apiCalls', 'apiCall', 'sharingKeys'])
    void client.invalidateQueries({ queryKey: [key] })
}
