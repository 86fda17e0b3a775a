import { hasClientCertificate } from '../../common/endpoints.ts'
import { isLoopback } from '../../common/loopback.ts'
import type { NetworkPolicy, TimeLimits } from '../../contract/network-policy.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { readAuthorities } from '../credentials/authority.ts'
import { type ClientCertificateMaterial, readClientCertificate } from '../credentials/client-certificate.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import { holdsPrivateKey } from '../credentials/private-key.ts'
import { neededToTravel } from '../environment/needed-secrets.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { type ResolvedEnvironment, unreadableProblems } from '../environment/resolve-environment.ts'
import type { Network, Proxy } from '../http/transcript.ts'
import { readMaterial } from '../key-files/material.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt } from '../problem.ts'
import { bypassesProxy } from '../proxy/proxy-bypass.ts'
import { parseProxy } from '../proxy/proxy-url.ts'
import { parseSystemProxy } from '../proxy/system-proxy.ts'

/** How the requests of an environment travel, no matter what they are for. */
export interface ConnectionOptions {
  network: Network
  timeLimits: TimeLimits
  /** The client certificate in use, or null. */
  certificate: ClientCertificateMaterial | null
}

/** Reads everything that a network policy names. Nothing is sent when any of it is not as it should be. */
export async function connectionOptionsOf(
  { systemProxy }: Pick<Ports, 'systemProxy'>,
  environment: ResolvedEnvironment,
): Promise<Prepared<ConnectionOptions>> {
  const { value, secrets } = environment
  const { stage, network } = value
  const unreadable = unreadableProblems(environment, neededToTravel(value))
  if (unreadable.length > 0) return notPrepared(...unreadable)
  const proxy = explicitProxy(network, secrets)
  const ca = await authorities(network)
  const certificate = await clientCertificate(network, secrets)
  const problems = [proxy, ca, certificate].flatMap((part) => (part.ok ? [] : part.problems))
  if (stage === 'production' && network.acceptedCertificate !== '') problems.push(neverInProduction)
  if (!proxy.ok || !ca.ok || !certificate.ok || problems.length > 0) return { ok: false, problems }
  const connection: ConnectionOptions = {
    network: {
      proxyFor: (url) => proxyFor(url, network, proxy.value, systemProxy),
      ca: ca.value,
      clientCertificate: certificate.value,
      acceptedCertificate: network.acceptedCertificate === '' ? null : network.acceptedCertificate,
    },
    timeLimits: network.timeLimits,
    certificate: certificate.value,
  }
  return { ok: true, value: connection }
}

/** Only the system has to be asked and waited for. */
function proxyFor(
  url: string,
  { proxy: { mode, bypass } }: NetworkPolicy,
  explicit: Proxy | null,
  systemProxy: Ports['systemProxy'],
): Proxy | null | Promise<Proxy | null> {
  switch (mode) {
    case 'none':
      return null
    case 'explicit':
      return bypassesProxy(url, bypass) ? null : explicit
    case 'system':
      // What does not leave this computer needs no proxy, and most cannot reach it.
      return isLoopback(url) ? null : proxyOfSystem(url, systemProxy)
  }
}

async function proxyOfSystem(url: string, systemProxy: Ports['systemProxy']): Promise<Proxy | null> {
  const found = await systemProxy(url)
  return found === null ? null : parseSystemProxy(found)
}

function explicitProxy({ proxy }: NetworkPolicy, { proxy_password = '' }: TypedSecrets): Prepared<Proxy | null> {
  if (proxy.mode !== 'explicit') return { ok: true, value: null }
  const parsed = parseProxy(proxy.url, proxy.username, proxy_password)
  return parsed === null
    ? notPrepared(problemAt('network.proxy.url', problem('proxy_unreadable')))
    : { ok: true, value: parsed }
}

async function authorities({ ca, caFile }: NetworkPolicy): Promise<Prepared<readonly string[]>> {
  const inline = ca === '' ? [] : [{ field: 'network.ca', reading: readAuthorities(Buffer.from(ca)) }]
  const file = caFile === '' ? null : await readCredentialFile(caFile)
  const stored =
    file === null ? [] : [{ field: 'network.caFile', reading: file.ok ? readAuthorities(file.value) : file }]
  const found: string[] = []
  const problems: FieldProblem[] = []
  for (const { field, reading } of [...inline, ...stored]) {
    if (reading.ok) found.push(...reading.value)
    else problems.push(problemAt(field, reading.problem))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found }
}

/** The certificate that is presented where a server asks for one, with its key; null when there is none. */
export async function clientCertificate(
  network: NetworkPolicy,
  secrets: TypedSecrets,
): Promise<Prepared<ClientCertificateMaterial | null>> {
  if (!hasClientCertificate({ network })) return { ok: true, value: null }
  const { certificate, certificateFile, keyFile } = network.clientCertificate
  const place = 'network.clientCertificate'
  const fields = {
    certificate: certificate === '' ? `${place}.certificateFile` : `${place}.certificate`,
    key: keyFile === '' ? 'client_certificate_key' : `${place}.keyFile`,
    passphrase: 'client_certificate_passphrase',
  }
  const file =
    certificate === ''
      ? await readCredentialFile(certificateFile)
      : ({ ok: true, value: Buffer.from(certificate) } as const)
  const pasted = secrets.client_certificate_key ?? ''
  const key =
    keyFile === ''
      ? ({ ok: true, value: pasted === '' ? null : Buffer.from(pasted) } as const)
      : await readCredentialFile(keyFile)
  const problems: FieldProblem[] = []
  // The schema knows PEM only, and a certificate is stored as it is.
  if (certificate !== '' && holdsPrivateKey(readMaterial(Buffer.from(certificate)))) {
    return notPrepared(problemAt(fields.certificate, problem('private_key_beside_certificate')))
  }
  if (!file.ok) problems.push(problemAt(fields.certificate, file.problem))
  if (!key.ok) problems.push(problemAt(fields.key, key.problem))
  if (!file.ok || !key.ok) return { ok: false, problems }
  const passphrase = secrets.client_certificate_passphrase ?? ''
  const reading = await readClientCertificate({ certificate: file.value, key: key.value, passphrase })
  return reading.ok ? reading : notPrepared(problemAt(fields[reading.part], reading.problem))
}

const neverInProduction = problemAt('network.acceptedCertificate', problem('untrusted_certificate_in_production'))
