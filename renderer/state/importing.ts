import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { undoProblemText } from '../../electron/wording/import/applying.ts'
import { importProblemText } from '../../electron/wording/import/problems.ts'
import type { CallOutput } from '../../electron/contract/calls.ts'
import type { ImportEdits } from '../../electron/contract/import-edits.ts'
import type { ImportChoice, ImportGiven, ImportReading, ImportResult } from '../../electron/contract/sharing.ts'
import { call, onNotice } from '../host.ts'
import { createSender } from './import-sender.ts'
import { createKept, keep, keptValue, useKept } from './kept.ts'
import { forgetImport, rememberedImport, rememberImport } from './remembered-import.ts'

export type Choice = ImportChoice['choice']
/** What was chosen for environments that are there already, by their id in the file. */
export type Choices = Readonly<Record<string, Choice>>
export type Preview = Extract<ImportReading, { kind: 'preview' }>
export type Applied = Extract<ImportResult, { kind: 'applied' }>

export type ImportStage =
  | { kind: 'start' }
  | { kind: 'refused'; fileName: string; message: string }
  | Extract<ImportReading, { kind: 'encrypted' }>
  /** With what was changed of it, sent or not. `asOf` is when it was compared with the workspace, in milliseconds since 1970. */
  | (Preview & { choices: Choices; asOf: number })
  | { kind: 'applied'; result: Applied; preview: Preview }
  | { kind: 'undone' }

interface State {
  stage: ImportStage
  /** What runs, and since when in milliseconds since 1970. */
  pending: { what: 'reading' | 'opening' | 'applying' | 'undoing'; since: number; percent: number | null } | null
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

const state = (): State => keptValue(kept)
const set = (change: Partial<State>): void => keep(kept, { ...state(), ...change })
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is typed and not yet among the edits: a field that is typed in draws nothing else again. */
let typed: ((edits: ImportEdits) => ImportEdits)[] = []

const change = (edit: (edits: ImportEdits) => ImportEdits): void => {
  const { stage } = state()
  if (stage.kind === 'preview') set({ stage: { ...stage, edits: edit(stage.edits) } })
}

const sender = createSender({
  settle: () => {
    const changes = typed
    typed = []
    if (changes.length > 0) change((edits) => changes.reduce((now, next) => next(now), edits))
  },
  current: () => {
    const { stage } = state()
    return stage.kind === 'preview' ? stage : null
  },
  send: (importId, edits) => call('editImport', { importId, edits }),
  onAnswer: (reading, edits) => {
    const { stage } = state()
    if (stage.kind !== 'preview') return
    if (reading.kind === 'preview') set({ stage: { ...reading, edits, choices: stage.choices, asOf: Date.now() } })
    else if (reading.kind === 'refused') set({ message: importProblemText(reading.reason) })
  },
  onError: (error) => set({ message: messageOf(error) }),
})

/** Shows how far main is with a call while it goes on. */
async function withPercent<T>(work: (requestId: string) => Promise<T>): Promise<T> {
  const requestId = crypto.randomUUID()
  const stop = onNotice((notice) => {
    const { pending } = state()
    if (notice.kind !== 'import_progress' || notice.flowId !== requestId || pending === null) return
    const percent = Math.floor((100 * notice.done) / Math.max(1, notice.total))
    if (percent !== pending.percent) set({ pending: { ...pending, percent } })
  })
  try {
    return await work(requestId)
  } finally {
    stop()
  }
}

function stepsOf(client: QueryClient) {
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
    set({ pending: { what, since: Date.now(), percent: null }, message: null })
    const change = await work(controller.signal).then(onDone, (error: unknown) => onError(messageOf(error)))
    if (!controller.signal.aborted) set({ ...change, pending: null })
  }
  const onMessage = (message: string) => ({ message })

  const read = (fileName: string, given: (signal: AbortSignal) => Promise<ImportGiven>): Promise<void> =>
    step(
      'reading',
      async (signal) => {
        const input = await given(signal)
        return withPercent((id) => call('readImport', input, signal, id))
      },
      stageOf,
      (message) => ({ stage: { kind: 'refused', fileName, message } }),
    )

  return {
    /** Asks for a file. */
    chooseFile: () => read('', async () => ({ kind: 'choose_file' })),
    /** Asks for a folder. */
    chooseFolder: () => read('', async () => ({ kind: 'choose_folder' })),
    /** Reads what was dropped or pasted; what `files` throws is why it is refused. */
    read: (name: string, files: (signal: AbortSignal) => Promise<Extract<ImportGiven, { kind: 'texts' }>['files']>) =>
      read(name, async (signal) => ({ kind: 'texts', name: name.slice(0, 500), files: await files(signal) })),
    open: (importId: string, passphrase: string | null) =>
      step('opening', (signal) => call('openImport', { importId, passphrase }, signal), stageOf, onMessage),
    /** Compares what was read with the workspace again, which changed meanwhile; what was chosen and changed stays. */
    compareAgain: async () => {
      const before = state().stage
      if (before.kind !== 'preview' || state().pending !== null) return
      const reading = await call('openImport', { importId: before.importId, passphrase: null })
      const { stage } = state()
      if (reading.kind !== 'preview' || stage.kind !== 'preview' || stage.importId !== reading.importId) return
      // Else its answer is on its way, and newer.
      if (stage.edits === before.edits && !sender.isSending())
        set({ stage: { ...reading, edits: stage.edits, choices: stage.choices, asOf: Date.now() } })
    },
    choose: (change: Choices) => {
      const { stage } = state()
      if (stage.kind !== 'preview') return
      const choices = { ...stage.choices, ...change }
      rememberImport({ importId: stage.importId, choices })
      set({ stage: { ...stage, choices } })
    },
    /** Changes what would be imported: shown at once, and sent to main soon. */
    edit: (edit: (edits: ImportEdits) => ImportEdits) => {
      change(edit)
      sender.soon()
    },
    /** The same for what is being typed, which its field shows by itself. */
    type: (edit: (edits: ImportEdits) => ImportEdits) => {
      typed.push(edit)
      sender.soon()
    },
    apply: (importId: string, onApplied: (result: Applied) => void) =>
      step(
        'applying',
        async () => {
          await sender.flush()
          const { stage, message } = state()
          if (stage.kind !== 'preview' || stage.importId !== importId || message !== null) return null
          const { choices, asOf: _asOf, ...preview } = stage
          const result = await call('applyImport', { importId, choices: choicesOf(preview.items, choices) })
          return { result, preview }
        },
        (outcome) => {
          if (outcome === null) return {}
          const { result, preview } = outcome
          if (result.kind === 'refused') return { message: importProblemText(result.reason) }
          forgetImport()
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
    restart: () => {
      forgetImport()
      set({ stage: { kind: 'start' }, message: null })
    },
    /** Comes back to what was looked through before the window was loaded again. */
    resume: () => {
      const remembered = state().stage.kind === 'start' ? rememberedImport() : null
      if (remembered === null) return
      void step(
        'opening',
        (signal) => call('openImport', { importId: remembered.importId, passphrase: null }, signal),
        (reading) => {
          if (reading.kind === 'preview')
            return { stage: { ...reading, choices: remembered.choices, asOf: Date.now() } }
          forgetImport()
          return {}
        },
        () => ({}),
      )
    },
  }
}

/** What to do with each that is there already; what was not chosen is kept as it is. */
function choicesOf(items: Preview['items'], choices: Choices): ImportChoice[] {
  return items.flatMap(({ id, existing }) => (existing === null ? [] : [{ id, choice: choices[id] ?? 'keep' }]))
}

function stageOf(reading: ImportReading): Partial<State> {
  switch (reading.kind) {
    case 'cancelled':
      return {}
    case 'preview':
      rememberImport({ importId: reading.importId, choices: {} })
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
