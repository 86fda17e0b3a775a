import type { DraftClient } from '../../drafts/import-draft.ts'
import type { BrunoCertificate } from './bruno-collection.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** Domains that begin with `*`, which every host is held against. */
const mostPatterns = 100

/** What gives the certificate for one of these addresses. A domain may begin with `*`, and may leave its port out. */
export function certificateReader(
  certificates: readonly BrunoCertificate[],
  texts: BrunoTexts,
): (addresses: readonly string[]) => BrunoCertificate | undefined {
  const exact = new Map<string, BrunoCertificate>()
  const patterns: { ending: string; certificate: BrunoCertificate }[] = []
  for (const certificate of certificates) {
    const domain = hostOf(texts.ours(certificate.domain).trim())
    if (domain.startsWith('*') && patterns.length < mostPatterns)
      patterns.push({ ending: domain.slice(1), certificate })
    else if (domain !== '' && !exact.has(domain)) exact.set(domain, certificate)
  }
  return (addresses) => {
    for (const host of new Set(addresses.map(hostOf))) {
      if (host === '') continue
      const plain = host.replace(/:\d+$/, '')
      const found =
        exact.get(host) ?? exact.get(plain) ?? patterns.find(({ ending }) => plain.endsWith(ending))?.certificate
      if (found !== undefined) return found
    }
    return undefined
  }
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
