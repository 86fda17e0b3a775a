import type { Finding } from '../../contract/finding.ts'
import { invalidityOf } from '../credentials/client-certificate.ts'
import { secretShortness } from '../credentials/key-fit.ts'
import { encodingsDiffer } from '../oauth/client-auth/basic-encodings.ts'
import type { ClientCredentials } from '../oauth/client-auth/credentials.ts'
import { finding } from '../finding.ts'
import type { PreparedClient } from './prepared-client.ts'

/** What is known here to make servers refuse a client, though it can be sent. `now` is in milliseconds since 1970. */
export function findingsOfClient({ credentials, connection }: PreparedClient, now: number): Finding[] {
  const invalidity = connection.certificate === null ? null : invalidityOf(connection.certificate, now)
  return [
    ...ofSecret(credentials),
    ...(invalidity === null ? [] : [finding('client_certificate_validity', invalidity)]),
  ]
}

function ofSecret(credentials: ClientCredentials): Finding[] {
  switch (credentials.method) {
    case 'client_secret_basic': {
      const { client_id, clientSecret, basicEncoding: encoding } = credentials
      // Reserved characters in id or secret: what is sent depends on the encoding, and servers disagree about it.
      if (!encodingsDiffer(client_id, clientSecret)) return []
      return [
        finding(
          'basic_encoding_differs',
          { encoding },
          { change: { field: 'basicEncoding', value: encoding === 'raw' ? 'form' : 'raw' } },
        ),
      ]
    }
    case 'client_secret_jwt': {
      const { clientSecret, assertion } = credentials
      const { alg } = assertion
      const short = alg === 'HS256' || alg === 'HS384' || alg === 'HS512' ? secretShortness(clientSecret, alg) : null
      return short === null ? [] : [finding('client_secret_short', short)]
    }
    case 'client_secret_post':
    case 'private_key_jwt':
    case 'client_assertion_file':
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return []
  }
}
