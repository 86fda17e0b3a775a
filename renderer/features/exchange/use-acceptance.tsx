import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAcceptCertificate } from '../../queries/accepted-certificate.ts'
import { useEnvironments } from '../../queries/environments.ts'

/** Whether a certificate that is not trusted may be accepted here, and if not, why. */
export interface Acceptance {
  onAccept: ((fingerprint: string) => void) | null
  refusal: string
  /** Fingerprint of the certificate that is accepted by now; empty when none is. */
  accepted: string
}

export function useAcceptance(environmentId: string): Acceptance {
  const environment = useEnvironments().data?.find(({ id }) => id === environmentId)
  const accept = useAcceptCertificate()
  const onError = ({ message }: Error) =>
    notifications.show({ title: 'Nothing was changed', message, color: 'red', autoClose: 15_000 })

  if (environment === undefined)
    return { onAccept: null, refusal: 'This environment does not exist any more.', accepted: '' }
  if (environment.stage === 'production') {
    return {
      onAccept: null,
      refusal:
        'This is a production environment: a certificate that is not trusted is never accepted there. Have it reissued, or add the authority that issued it under Configure, Network.',
      accepted: '',
    }
  }
  const set = (fingerprint: string, onSuccess: (before: string) => void) =>
    accept.mutate({ environmentId, fingerprint }, { onSuccess, onError })
  const tell = (before: string) => {
    const id = `accepted-${environmentId}`
    notifications.show({
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
              set(before, () => {})
            }}
          >
            Undo
          </Button>
        </Group>
      ),
    })
  }
  return {
    onAccept: (fingerprint) => set(fingerprint, tell),
    refusal: '',
    accepted: environment.network.acceptedCertificate,
  }
}
