import { Modal } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { useIntent } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'
import { PastedSettings } from './PastedSettings.tsx'
import { useFill } from './use-fill.ts'
import { usePastedText } from './use-pasted-text.ts'

/** Fills the form from a curl command, a `.env` file or JSON. The text is kept while this is open, and nowhere else. */
export function PasteToFill({ form }: { form: RefObject<HTMLElement | null> }) {
  const { draftKey } = useFormScope()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { fill } = useFill()
  const open = (pasted: string) => {
    setText(pasted)
    setOpen(true)
  }
  const close = () => setOpen(false)
  useIntent(draftKey, 'fill', () => open(''))
  usePastedText(form, open)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      onExitTransitionEnd={() => setText('')}
      title="Paste to fill"
      size={640}
      // The page never scrolls, and the lock would put a style on it that the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PastedSettings
        text={text}
        onText={setText}
        onCancel={close}
        onFill={(settings, changes) => {
          close()
          fill(settings, changes)
        }}
      />
    </Modal>
  )
}
