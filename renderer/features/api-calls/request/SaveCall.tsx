import { Button } from '@mantine/core'
import { useKeepDraft } from '../../../queries/drafts.ts'
import { shortcutText } from '../../../ui/shortcut-text.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { useCallScope, useOfForm } from './call-form.ts'
import { callDraft } from './use-keep-call-draft.ts'

/** Saves what is typed, or goes back to what is saved; the latter can be undone. */
export function SaveCall({ draftKey, onSave }: { draftKey: string; onSave: () => void }) {
  const { form } = useCallScope()
  const isUnsaved = useOfForm(form, ({ changed }) => changed().length > 0)
  const keepDraft = useKeepDraft()
  const discard = () => {
    const before = form.get()
    const draft = callDraft(form)
    form.set(form.saved())
    showUndo(`discarded-${draftKey}`, 'Discarded the changes.', () => {
      form.set(before)
      // The form may be closed by then.
      keepDraft(draftKey, draft)
    })
  }
  return (
    <>
      {isUnsaved ? (
        <>
          <span className="call-unsaved">
            <span className="unsaved-dot" title="Unsaved changes" />
            <span className="call-unsaved-words">Unsaved changes</span>
          </span>
          <Button variant="subtle" color="gray" onClick={discard}>
            Discard changes
          </Button>
        </>
      ) : null}
      <Button variant="default" title={shortcutText('S')} onClick={onSave}>
        Save call
      </Button>
    </>
  )
}
