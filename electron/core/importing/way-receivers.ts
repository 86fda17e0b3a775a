import { X509Certificate } from 'node:crypto'
import { receiverText } from '../../wording/import/receivers.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { readAuthorities } from '../credentials/authority.ts'
import type { Receiver } from './receiver.ts'
import { partsOf, proxyOrigin, wayOf } from '../secrets/destinations.ts'

/** The proxy that every request would go through, and those who could pass for any server of the environment. */
export function wayReceiversOf(value: EnvironmentInput): Receiver[] {
  const { ca, caFile, acceptedCertificate } = value.network
  const parts = partsOf(wayOf(value.network))
  const receiver = (kind: 'proxy' | 'authority', origin: string, source: string, part: string): Receiver[] => {
    const setting = parts.find((one) => one.part === part)
    return setting === undefined
      ? []
      : [{ kind, secret: receiverText.everyRequest, source, origin, by: { kind: 'setting', setting } }]
  }
  const proxy = proxyOrigin(value)
  return [
    ...(proxy === null ? [] : receiver('proxy', proxy, receiverText.proxy, 'proxy')),
    ...namesOf(ca).flatMap((name) => receiver('authority', name, receiverText.authority, 'ca')),
    ...(caFile === ''
      ? []
      : receiver('authority', receiverText.authoritiesIn(caFile), receiverText.authorities, 'caFile')),
    ...(acceptedCertificate === ''
      ? []
      : receiver(
          'authority',
          receiverText.certificate(acceptedCertificate),
          receiverText.acceptedCertificate,
          'acceptedCertificate',
        )),
  ]
}

function namesOf(ca: string): string[] {
  if (ca.trim() === '') return []
  const reading = readAuthorities(Buffer.from(ca))
  if (!reading.ok) return [receiverText.authorityUnreadable]
  return reading.value.map((pem) => {
    const { subject, fingerprint256 } = new X509Certificate(pem)
    return receiverText.authorityNamed(subject.replaceAll('\n', ', '), fingerprint256)
  })
}
