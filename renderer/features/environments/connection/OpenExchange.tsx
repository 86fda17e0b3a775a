import { Button } from '@mantine/core'
import { useExchanges } from '../../../queries/exchanges.ts'
import { chooseExchange } from '../../../state/chosen-exchange.ts'
import { intend } from '../../../state/intents.ts'
import { useFormScope } from '../form-scope.ts'
import { usePreviewBeside } from '../preview/use-preview-beside.ts'

/** Shows an exchange in the drawer, in whose place the preview may be. An environment that was never saved has no drawer. */
export function OpenExchange({ exchangeId }: { exchangeId: string }) {
  const { environment } = useFormScope()
  return environment === null ? null : <OpenIn environmentId={environment.id} exchangeId={exchangeId} />
}

function OpenIn({ environmentId, exchangeId }: { environmentId: string; exchangeId: string }) {
  const newest = useExchanges(environmentId).data?.[0]?.id ?? null
  const { isShown, toggle } = usePreviewBeside()
  const open = () => {
    chooseExchange(environmentId, { id: exchangeId, chain: exchangeId, whileNewest: newest })
    if (isShown) toggle?.()
    intend(environmentId, 'show_exchange')
  }
  return (
    <Button variant="default" onClick={open}>
      Open exchange
    </Button>
  )
}
