import type { KeyObject, X509Certificate } from 'node:crypto'
import type { AssertionAlgorithm, AssertionSettings, AuthMethod } from '../../contract/client-authentication.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { symmetricAlgorithms } from '../../vocabulary/client-authentication.ts'
import { readAssertion } from '../credentials/assertion-file.ts'
import { belongsTo, readCertificates, thumbprintsOf } from '../credentials/certificate.ts'
import { readCredentialFile } from '../credentials/credential-file.ts'
import { algorithmProblem } from '../credentials/key-fit.ts'
import type { AssertionTerms, ClientCredentials } from '../oauth/client-auth/credentials.ts'
import { endpointOf, hasClientCertificate } from '../../common/endpoints.ts'
import type { Ports } from '../ports.ts'
import { type ResolvedEnvironment, unreadableProblems } from '../environment/resolve-environment.ts'
import type { TypedSecrets } from '../../contract/secret.ts'
import { neededToAuthenticate } from '../environment/needed-secrets.ts'
import { problem, problemAt } from '../problem.ts'
import { ownPrivateKey } from './own-private-key.ts'
import { noClientSecret, notPrepared, type Prepared } from '../environment/problems.ts'

/** Reads what the client proves itself with, by `method`, which is the environment's own unless something else is asked for. */
export async function credentialsOf(
  { now }: Pick<Ports, 'now'>,
  environment: ResolvedEnvironment,
  method: AuthMethod = environment.value.token_endpoint_auth_method,
): Promise<Prepared<ClientCredentials>> {
  const { value, secrets } = environment
  const unreadable = unreadableProblems(environment, neededToAuthenticate(value, method))
  if (unreadable.length > 0) return notPrepared(...unreadable)
  const { client_id } = value
  const problems: FieldProblem[] = client_id === '' ? [problemAt('client_id', problem('client_id_missing'))] : []
  const clientSecret = secrets.client_secret ?? ''
  const ready = (credentials: ClientCredentials): Prepared<ClientCredentials> =>
    problems.length > 0 ? notPrepared(...problems) : { ok: true, value: credentials }
  switch (method) {
    case 'client_secret_basic':
    case 'client_secret_post':
      if (clientSecret === '') problems.push(noClientSecret)
      return ready(
        method === 'client_secret_basic'
          ? { client_id, method, clientSecret, basicEncoding: value.basicEncoding }
          : { client_id, method, clientSecret },
      )
    case 'client_secret_jwt': {
      if (clientSecret === '') problems.push(noClientSecret)
      problems.push(...assertionProblems(value, method))
      return ready({ client_id, method, clientSecret, assertion: termsOf(value, {}) })
    }
    case 'private_key_jwt': {
      problems.push(...assertionProblems(value, method))
      const signer = await signerOf(value.assertion, secrets)
      if (!signer.ok) return notPrepared(...problems, ...signer.problems)
      return ready({ client_id, method, key: signer.value.key, assertion: termsOf(value, signer.value.header) })
    }
    case 'client_assertion_file': {
      const assertion = await assertionOf(value.assertion, now())
      return assertion.ok
        ? ready({ client_id, method, clientAssertion: assertion.value })
        : notPrepared(...problems, ...assertion.problems)
    }
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      if (!hasClientCertificate(value)) problems.push(noCertificate)
      return ready({ client_id, method })
    case 'none':
      return ready({ client_id, method })
  }
}

function termsOf(value: EnvironmentInput, header: AssertionTerms['header']): AssertionTerms {
  const { alg, lifetime } = value.assertion
  return { alg, lifetime, audience: audienceOf(value), header }
}

function audienceOf(value: EnvironmentInput): string {
  switch (value.assertion.audience) {
    case 'issuer':
      return value.issuer
    case 'token_endpoint':
      return endpointOf(value, 'token_endpoint')
    case 'other':
      return value.assertion.otherAudience
  }
}

function assertionProblems(value: EnvironmentInput, method: 'client_secret_jwt' | 'private_key_jwt'): FieldProblem[] {
  const { alg, audience } = value.assertion
  const problems: FieldProblem[] = []
  if (isSymmetric(alg) !== (method === 'client_secret_jwt')) {
    problems.push(problemAt('assertion.alg', problem('algorithm_of_other_method', { method, alg })))
  }
  if (audienceOf(value) === '') {
    const field = audience === 'other' ? 'assertion.otherAudience' : audience
    problems.push(problemAt(field, problem('assertion_audience_missing')))
  }
  return problems
}

const isSymmetric = (alg: AssertionAlgorithm) => symmetricAlgorithms.some((symmetric) => symmetric === alg)

/** The key that signs, and the header parameters that name it. */
async function signerOf(
  settings: AssertionSettings,
  secrets: TypedSecrets,
): Promise<Prepared<{ key: KeyObject; header: AssertionTerms['header'] }>> {
  const own = await ownPrivateKey(settings, secrets)
  if (!own.ok) return own
  if (own.value === null) return notPrepared(problemAt('private_key', problem('private_key_missing')))
  const { key, kid, certificates } = own.value
  const unfit = isSymmetric(settings.alg) ? null : algorithmProblem(key, settings.alg)
  if (unfit !== null) return notPrepared(problemAt('assertion.alg', unfit))
  const thumbprints = await thumbprintHeader(settings, key, certificates)
  if (!thumbprints.ok) return thumbprints
  const named = settings.kid === '' ? kid : settings.kid
  return { ok: true, value: { key, header: { ...(named !== null && { kid: named }), ...thumbprints.value } } }
}

async function thumbprintHeader(
  { thumbprints, certificate, certificateFile }: AssertionSettings,
  key: KeyObject,
  ofKey: readonly X509Certificate[],
): Promise<Prepared<Record<string, string>>> {
  if (thumbprints.length === 0) return { ok: true, value: {} }
  const field = certificate === '' && certificateFile !== '' ? 'assertion.certificateFile' : 'assertion.certificate'
  let certificates = ofKey
  if (certificate !== '' || certificateFile !== '') {
    const bytes =
      certificate === ''
        ? await readCredentialFile(certificateFile)
        : ({ ok: true, value: Buffer.from(certificate) } as const)
    const read = bytes.ok ? readCertificates(bytes.value) : bytes
    if (!read.ok) return notPrepared(problemAt(field, read.problem))
    certificates = read.value
  }
  const own = certificates.find((candidate) => belongsTo(candidate, key))
  if (own === undefined) {
    const code = certificates.length === 0 ? 'thumbprint_without_certificate' : 'certificate_of_other_key'
    return notPrepared(problemAt(field, problem(code)))
  }
  const all = thumbprintsOf(own)
  return { ok: true, value: Object.fromEntries(thumbprints.map((name) => [name, all[name]])) }
}

async function assertionOf({ assertionFile }: AssertionSettings, now: number): Promise<Prepared<string>> {
  const field = 'assertion.assertionFile'
  if (assertionFile === '') return notPrepared(problemAt(field, problem('assertion_file_not_entered')))
  const file = await readCredentialFile(assertionFile)
  const read = file.ok ? readAssertion(file.value, now) : file
  return read.ok ? read : notPrepared(problemAt(field, read.problem))
}

const noCertificate = problemAt('network.clientCertificate.certificateFile', problem('client_certificate_missing'))
