import { X509Certificate } from 'node:crypto'
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
      : [{ kind, secret: 'Every request', source, origin, by: { kind: 'setting', setting } }]
  }
  const proxy = proxyOrigin(value)
  return [
    ...(proxy === null ? [] : receiver('proxy', proxy, 'goes through this proxy', 'proxy')),
    ...namesOf(ca).flatMap((name) => receiver('authority', name, 'trusts what it vouches for', 'ca')),
    ...(caFile === ''
      ? []
      : receiver('authority', `Certificate authorities in ${caFile}`, 'trusts what they vouch for', 'caFile')),
    ...(acceptedCertificate === ''
      ? []
      : receiver('authority', `Certificate ${acceptedCertificate}`, 'accepts it untrusted', 'acceptedCertificate')),
  ]
}

function namesOf(ca: string): string[] {
  if (ca.trim() === '') return []
  const reading = readAuthorities(Buffer.from(ca))
  if (!reading.ok) return ['Certificate authority that cannot be read']
  return reading.value.map((pem) => {
    const { subject, fingerprint256 } = new X509Certificate(pem)
    return `Certificate authority ${subject.replaceAll('\n', ', ')} (SHA-256 ${fingerprint256})`
  })
}
