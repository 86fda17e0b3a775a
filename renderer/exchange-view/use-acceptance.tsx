import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { notAcceptedSentence } from '../../electron/wording/not-accepted.ts'
import { useAcceptCertificate, useUndoAcceptCertificate } from '../queries/accepted-certificate.ts'
import { useEnvironment } from '../queries/environments.ts'
import type { Acceptance } from '../ui/AcceptCertificate.tsx'
import { notify } from '../ui/notify.ts'
import { toastFailed } from '../ui/toast.ts'

export function useAcceptance(exchangeId: string, environmentId: string): Acceptance {
  const environment = useEnvironment(environmentId).data
  const accept = useAcceptCertificate()
  const undo = useUndoAcceptCertificate()
  const onError = ({ message }: Error) => toastFailed('Nothing was changed', message)

  if (environment === undefined) return { onAccept: null, refusal: '', accepted: '' }
  if (environment === null) return { onAccept: null, refusal: notAcceptedSentence.gone, accepted: '' }
  if (environment.stage === 'production') {
    return { onAccept: null, refusal: notAcceptedSentence.production, accepted: '' }
  }
  const showAccepted = () => {
    const id = `accepted-${environmentId}`
    notify({
      id,
      autoClose: 15_000,
      color: 'orange',
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>“{environment.name}” accepts this certificate from now on. Send the request again.</span>
          <Button
            variant="default"
            style={{ flexShrink: 0 }}
            onClick={() => {
              notifications.hide(id)
              undo.mutate(environmentId, { onError })
            }}
          >
            Undo
          </Button>
        </Group>
      ),
    })
  }
  return {
    onAccept: (fingerprint) =>
      accept.mutate({ environmentId, exchangeId, fingerprint }, { onSuccess: showAccepted, onError }),
    refusal: '',
    accepted: environment.network.acceptedCertificate,
  }
}
