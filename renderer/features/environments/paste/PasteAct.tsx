import { Button } from '@mantine/core'
import { intend } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'
import { usePreviewBeside } from '../preview/use-preview-beside.ts'

/** The same beside the first field, where the preview has no place beside the form. */
export function PasteAct() {
  const { draftKey, managed } = useFormScope()
  const { isShown } = usePreviewBeside()
  if (managed || isShown) return null
  return (
    <Button className="act" variant="transparent" size="compact-xs" px={0} onClick={() => intend(draftKey, 'fill')}>
      Paste to fill
    </Button>
  )
}
