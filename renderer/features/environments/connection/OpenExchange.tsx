import { Button } from '@mantine/core'
import { intend } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'
import { usePreviewBeside } from '../preview/use-preview-beside.ts'

/** Shows an exchange in the drawer, in whose place the preview may be. An environment that was never saved has no drawer. */
export function OpenExchange({ exchangeId }: { exchangeId: string }) {
  const { environment } = useFormScope()
  return environment === null ? null : <OpenIn environmentId={environment.id} exchangeId={exchangeId} />
}

function OpenIn({ environmentId, exchangeId }: { environmentId: string; exchangeId: string }) {
  const { isShown, toggle } = usePreviewBeside()
  const open = () => {
    if (isShown) toggle?.()
    intend(environmentId, 'show_exchange', [exchangeId])
  }
  return (
    <Button variant="default" onClick={open}>
      Open exchange
    </Button>
  )
}
