import type { KeyObject, X509Certificate } from 'node:crypto'
import { hasClientCertificate } from '../../common/endpoints.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { clientCertificate } from '../client/connection-options.ts'
import { ownPrivateKey } from '../client/own-private-key.ts'
import { readCertificates } from '../credentials/certificate.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import type { CertificateFacts, KeyFacts } from '../review/case.ts'

/** Of the private key that the client signs with; null where it signs with none, or it cannot be read. */
export async function clientKeyFacts(value: EnvironmentInput, secrets: TypedSecrets): Promise<KeyFacts | null> {
  if (value.token_endpoint_auth_method !== 'private_key_jwt') return null
  const own = await ownPrivateKey(value.assertion, secrets)
  return own.ok && own.value !== null ? keyFacts(own.value.key) : null
}

/** Of the client certificate; null where there is none, or it cannot be read. */
export async function certificateFacts(
  value: EnvironmentInput,
  secrets: TypedSecrets,
): Promise<CertificateFacts | null> {
  if (!hasClientCertificate(value)) return null
  const presented = await clientCertificate(value.network, secrets)
  const pem = presented.ok ? (presented.value?.cert ?? '') : ''
  const leaf = certificateIn(Buffer.from(pem)) ?? certificateIn(await fileOf(value))
  if (leaf === null) return null
  return {
    subject: leaf.subject.replaceAll('\n', ', '),
    validFrom: Date.parse(leaf.validFrom),
    validTo: Date.parse(leaf.validTo),
    key: keyFacts(leaf.publicKey),
  }
}

/** That of a key comes first, those that vouch for it follow; one that vouches for others is not presented. */
function certificateIn(bytes: Buffer): X509Certificate | null {
  const read = readCertificates(bytes)
  return read.ok ? (read.value.find(({ ca }) => !ca) ?? read.value[0] ?? null) : null
}

/** The certificate is known where its key is not. */
async function fileOf({ network }: EnvironmentInput): Promise<Buffer> {
  const { certificate, certificateFile } = network.clientCertificate
  if (certificate !== '') return Buffer.from(certificate)
  const file = await readCredentialFile(certificateFile)
  return file.ok ? file.value : Buffer.alloc(0)
}

export function keyFacts({ asymmetricKeyType, asymmetricKeyDetails, type, symmetricKeySize }: KeyObject): KeyFacts {
  if (type === 'secret') return { kind: 'symmetric', bits: (symmetricKeySize ?? 0) * 8, curve: null }
  const { modulusLength = null, namedCurve = null } = asymmetricKeyDetails ?? {}
  switch (asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return { kind: 'rsa', bits: modulusLength, curve: null }
    case 'ec':
      return { kind: 'ec', bits: null, curve: namedCurve }
    case 'ed25519':
    case 'ed448':
      return { kind: asymmetricKeyType, bits: null, curve: null }
    default:
      return { kind: 'other', bits: modulusLength, curve: namedCurve }
  }
}
