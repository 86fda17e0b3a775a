import { ActionIcon, Textarea } from '@mantine/core'
import { IconPin, IconPinFilled } from '@tabler/icons-react'
import { useId } from 'react'
import { useSetPinned } from '../../../../queries/history-entry.ts'
import { toastFailed } from '../../../../ui/toast.ts'
import { noteStateText } from './note-state-text.ts'
import { rowsOf } from './rows-of.ts'
import { useNote } from './use-note.ts'

interface Props {
  id: string
  note: string
  isPinned: boolean
}

/** What a person wrote about an exchange, kept while it is typed, and whether it is pinned. */
export function NoteSection({ id, note, isPinned }: Props) {
  const { text, state, canUndo, change, leave, undo } = useNote(id, note)
  const pin = useSetPinned()
  const stateId = useId()
  const isBad = state.kind === 'too_long' || state.kind === 'failed' || state.kind === 'gone'
  const label = isPinned ? 'Unpin' : 'Pin'
  return (
    <section className="entry-section" aria-label="Note">
      <div className="entry-section-head">
        <h3>Note</h3>
        <span id={stateId} className="entry-note-state" data-bad={isBad || undefined} role="status">
          {noteStateText(state, text.length)}
        </span>
        {canUndo ? (
          <button type="button" className="link-button" onClick={undo}>
            Undo
          </button>
        ) : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-pressed={isPinned}
          aria-label={label}
          title={isPinned ? 'Unpin: it is deleted with what is as old' : 'Pin: it is kept, however old it is'}
          // Disabled, it would lose the focus.
          onClick={() =>
            !pin.isPending &&
            pin.mutate(
              { id, isPinned: !isPinned },
              { onError: ({ message }) => toastFailed(`${label}: not done`, message) },
            )
          }
        >
          {isPinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} stroke={1.6} aria-hidden />}
        </ActionIcon>
      </div>
      <Textarea
        aria-label="Note"
        aria-describedby={stateId}
        placeholder="A ticket, who was asked, what changed. No secrets."
        rows={rowsOf(text)}
        value={text}
        error={isBad}
        onChange={({ currentTarget: { value } }) => change(value)}
        onBlur={leave}
      />
    </section>
  )
}
