import type { ImportEdits } from '../../electron/contract/import-edits.ts'
import type { ImportReading } from '../../electron/contract/sharing.ts'

interface Ends {
  /** Before they are looked at. */
  settle: () => void
  /** What is looked through now, with its newest edits; null where nothing is. */
  current: () => { importId: string; edits: ImportEdits } | null
  send: (importId: string, edits: ImportEdits) => Promise<ImportReading>
  /** Only of the newest edits. */
  onAnswer: (reading: ImportReading, edits: ImportEdits) => void
  onError: (error: unknown) => void
}

/** How long a person may go on before what was changed is sent, in milliseconds. */
const pause = 150

/** Sends what is changed of an import once the person pauses, one after the other; of the answers only the newest is used. */
export function createSender({ settle, current, send, onAnswer, onError }: Ends) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let sending: Promise<void> | null = null
  /** Without them nothing is left to send. */
  let changed = false

  const sendAll = async (): Promise<void> => {
    while (changed) {
      changed = false
      settle()
      const now = current()
      if (now === null) return
      try {
        const reading = await send(now.importId, now.edits)
        const { importId, edits } = current() ?? {}
        if (importId === now.importId && edits === now.edits) onAnswer(reading, now.edits)
      } catch (error) {
        // It is sent again with what comes next, or before the import.
        changed = true
        onError(error)
        return
      }
    }
  }
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }
  return {
    soon: () => {
      changed = true
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void flush(), pause)
    },
    /** Sends what is left, and waits for the answers. */
    flush,
    isSending: (): boolean => sending !== null || timer !== null,
  }
}
