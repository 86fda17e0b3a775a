import { useWindowEvent } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { historyLimits } from '../../../../../electron/vocabulary/history.ts'
import { useSetNote } from '../../../../queries/history-entry.ts'
import { toastFailed } from '../../../../ui/toast.ts'
import { type NoteState, noteStateText } from './note-state-text.ts'

/** Milliseconds without a key after which what is typed is kept. */
const pause = 500

interface Note {
  text: string
  state: NoteState
  /** Whether what was there when the exchange was opened can be had back. */
  canUndo: boolean
  change: (text: string) => void
  /** Keeps what is typed at once. */
  leave: () => void
  undo: () => void
}

/** Said where the note itself is no longer shown. */
const sayNotKept = (state: NoteState, characters: number): void =>
  toastFailed('The note was left as it was', noteStateText(state, characters))

/** A note that is kept once typing pauses, when it is left, and when another exchange is shown. One is written at a time. */
export function useNote(id: string, note: string): Note {
  const setNote = useSetNote()
  const [text, setText] = useState(note)
  const [state, setState] = useState<NoteState>({ kind: 'kept' })
  const [first] = useState(note)
  const typed = useRef(note)
  const kept = useRef(note)
  const writing = useRef(false)
  const isLeft = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const write = useRef(setNote)
  useEffect(() => {
    write.current = setNote
  })
  const save = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    if (writing.current) return
    writing.current = true
    let end: NoteState | null = null
    while (typed.current !== kept.current && typed.current.length <= historyLimits.noteMaximum) {
      const next = typed.current
      setState({ kind: 'saving' })
      end = await write.current(id, next).then(
        (isKept): NoteState => ({ kind: isKept ? 'saved' : 'gone' }),
        (error: unknown): NoteState => ({ kind: 'failed', message: error instanceof Error ? error.message : '' }),
      )
      if (end.kind !== 'saved') break
      kept.current = next
    }
    writing.current = false
    if (isLeft.current && end !== null && end.kind !== 'saved') sayNotKept(end, typed.current.length)
    if (end !== null && typed.current.length <= historyLimits.noteMaximum) setState(end)
  }, [id])
  useEffect(() => {
    isLeft.current = false
    return () => {
      isLeft.current = true
      if (timer.current !== null) void save()
      if (typed.current.length > historyLimits.noteMaximum) sayNotKept({ kind: 'too_long' }, typed.current.length)
    }
  }, [save])
  // The window is closed or loaded again.
  useWindowEvent('pagehide', () => void save())
  const change = (next: string) => {
    typed.current = next
    setText(next)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    if (next.length > historyLimits.noteMaximum) return setState({ kind: 'too_long' })
    setState(next === kept.current ? { kind: 'kept' } : { kind: 'saving' })
    timer.current = setTimeout(() => void save(), pause)
  }
  return {
    text,
    state,
    canUndo: text !== first,
    change,
    leave: () => void save(),
    undo: () => {
      change(first)
      void save()
    },
  }
}
