import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import {
  BasicConstraints,
  type Extension,
  ExtendedKeyUsage,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_kp_clientAuth,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509'
import { extension, type Holder, issue, type Period } from './issue.ts'

/** A certificate and its private key, both PEM. */
export interface Identity {
  certificate: string
  key: string
}

/** Made for one run and kept in memory only. */
export interface Certificates {
  /** PEM of the authority's own certificate. Its key is gone once the others are issued. */
  ca: string
  /** For 127.0.0.1 and localhost. */
  server: Identity
  client: Identity
  selfSigned: Identity
}

/** The names in the certificates of the clients. @see RFC 8705 §2.1.2 */
export interface ClientNames {
  client: string
  selfSigned: string
}

const day = 24 * 60 * 60 * 1000

/** `now` in milliseconds since 1970. They hold for 90 days, and began yesterday for machines whose clocks differ. */
export async function makeCertificates(names: ClientNames, now: number): Promise<Certificates> {
  const [authority, server, client, selfSigned] = await Promise.all([
    holder('Client Credentials Explorer sandbox'),
    holder('127.0.0.1'),
    holder(names.client),
    holder(names.selfSigned),
  ])
  const period: Period = { notBefore: new Date(now - day), notAfter: new Date(now + 90 * day) }
  const identity = (subject: Holder, issuer: Holder, extensions: readonly Extension[]): Identity => ({
    certificate: issue(subject, issuer, period, extensions),
    key: subject.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  })
  return {
    ca: issue(authority, authority, period, ofAuthority),
    server: identity(server, authority, ofServer),
    client: identity(client, authority, ofClient),
    selfSigned: identity(selfSigned, selfSigned, ofClient),
  }
}

async function holder(commonName: string): Promise<Holder> {
  const pair: { privateKey: KeyObject } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  return { commonName, key: pair.privateKey }
}

const constraints = (params: Partial<BasicConstraints>): Extension =>
  extension(id_ce_basicConstraints, new BasicConstraints(params), true)
const usage = (flag: KeyUsageFlags): Extension => extension(id_ce_keyUsage, new KeyUsage(flag), true)
const purpose = (id: string): Extension => extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id]))

/** @see RFC 5280 §4.2.1 */
const ofAuthority = [constraints({ cA: true, pathLenConstraint: 0 }), usage(KeyUsageFlags.keyCertSign)]
const ofClient = [constraints({}), usage(KeyUsageFlags.digitalSignature), purpose(id_kp_clientAuth)]
const ofServer = [
  constraints({}),
  usage(KeyUsageFlags.digitalSignature),
  purpose(id_kp_serverAuth),
  extension(
    id_ce_subjectAltName,
    new SubjectAlternativeName([
      new GeneralName({ iPAddress: '127.0.0.1' }),
      new GeneralName({ dNSName: 'localhost' }),
    ]),
  ),
]
