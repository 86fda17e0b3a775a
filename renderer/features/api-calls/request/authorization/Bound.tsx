import { hasClientCertificate } from '../../../../../electron/common/endpoints.ts'
import { useEnvironment } from '../../../../queries/environments.ts'
import { useCallScope } from '../call-form.ts'

/** What goes along with the token of the environment. */
export function Bound() {
  const { environmentId } = useCallScope()
  const environment = useEnvironment(environmentId).data ?? null
  if (environment === null) return null
  const words = [
    ...(environment.dpop.enabled ? ['a DPoP proof for this method and URL'] : []),
    ...(hasClientCertificate(environment) ? ['the client certificate in the TLS handshake'] : []),
  ]
  return words.length === 0 ? null : <p className="call-note">Sent with it: {words.join(', and ')}.</p>
}
