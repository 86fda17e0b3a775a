import { notAcceptedSentence } from '../../../../electron/wording/not-accepted.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { AcceptCertificate } from '../../../ui/AcceptCertificate.tsx'
import { useFormScope } from '../form-scope.ts'

/** Accepts, in the form, the certificate that an exchange was shown, and does it `again`. It holds once the form is saved. */
export function AcceptHere({ exchangeId, again }: { exchangeId: string; again: () => void }) {
  const { form } = useFormScope()
  const tls = useExchange(exchangeId).data?.tls ?? null
  const { stage, network } = form.values
  const [leaf] = tls?.chain ?? []
  if (tls === null || leaf === undefined || tls.trusted || tls.accepted) return null
  const accept = (fingerprint: string) => {
    form.setFieldValue('network.acceptedCertificate', fingerprint)
    again()
  }
  return (
    <AcceptCertificate
      fingerprint={leaf.fingerprint256}
      acceptance={{
        onAccept: stage === 'production' ? null : accept,
        refusal: notAcceptedSentence.production,
        accepted: network.acceptedCertificate,
      }}
    />
  )
}
