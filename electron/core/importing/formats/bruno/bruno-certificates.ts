import type { DraftClient } from '../../drafts/import-draft.ts'
import type { BrunoCertificate } from './bruno-collection.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** The first certificate for one of these addresses. */
export function certificateFor(
  addresses: readonly string[],
  certificates: readonly BrunoCertificate[],
  texts: BrunoTexts,
): BrunoCertificate | undefined {
  const hosts = new Set(addresses.map(hostOf))
  return certificates.find(({ domain }) => [...hosts].some((host) => isOfDomain(host, texts.ours(domain))))
}

export function withCertificate(client: DraftClient, certificate: BrunoCertificate, texts: BrunoTexts): DraftClient {
  const { settings, secrets } = client
  const passphrase = texts.ours(certificate.passphrase)
  return {
    ...client,
    settings: {
      ...settings,
      ...(secrets.client_secret === undefined ? { token_endpoint_auth_method: 'tls_client_auth' } : {}),
      clientCertificate: {
        certificateFile: texts.ours(certificate.certificate),
        keyFile: texts.ours(certificate.key),
      },
    },
    secrets: { ...secrets, ...(passphrase === '' ? {} : { client_certificate_passphrase: passphrase }) },
  }
}

const hostOf = (address: string): string => (/^(?:[a-z]+:\/\/)?([^/?#]*)/i.exec(address)?.[1] ?? '').toLowerCase()

/** A domain may begin with `*`, and may leave its port out. */
function isOfDomain(host: string, domain: string): boolean {
  const wanted = hostOf(domain.trim())
  if (wanted === '' || host === '') return false
  const plain = host.replace(/:\d+$/, '')
  if (wanted.startsWith('*')) return plain.endsWith(wanted.slice(1))
  return wanted === host || wanted === plain
}
