import './paste.css'
import { Button } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { intend } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'

/** At the foot of the preview: opens the place for a text that fills the form. */
export function PasteLine() {
  const { draftKey, managed } = useFormScope()
  if (managed) return null
  return (
    <div className="paste-line">
      <Button
        variant="subtle"
        color="gray"
        px={4}
        leftSection={<IconClipboardText size={16} stroke={1.6} aria-hidden />}
        onClick={() => intend(draftKey, 'fill')}
      >
        Paste curl, .env or client JSON to fill this form
      </Button>
    </div>
  )
}
