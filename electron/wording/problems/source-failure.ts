import type { TransportFailure } from '../../contract/exchange.ts'
import { failureText } from '../failures.ts'

/** Why no answer came from the source of a secret. `trust` says where an authority of one's own can be added. */
export function sourceFailureText(failure: TransportFailure, trust: string): string {
  const { title, sentence, advice, detail } = failureText(failure)
  const words = [`${title}: ${sentence}`, adviceFor(failure, advice, trust), detail && `(${detail})`]
  return words.filter(Boolean).join(' ')
}

/** The usual advice sends people to the network settings of an environment, which do not hold for its sources. */
function adviceFor({ code }: TransportFailure, advice: string, trust: string): string {
  switch (code) {
    case 'tls_self_signed':
    case 'tls_unknown_ca':
      return trust === 'source'
        ? 'If the authority is one of your own, enter its certificate as the CA file of this source.'
        : 'If a proxy of yours opens connections, install the certificate of its authority among those that this computer trusts.'
    case 'tls_client_certificate':
      return 'Client certificates are not presented to the sources of secrets.'
    case 'proxy_authentication':
    case 'proxy_refused':
      return 'Check the proxy of this computer: the sources of secrets are asked through it.'
    default:
      return advice
  }
}
