import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import type { FieldProblem } from '../../contract/problem.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { memberOf, stringOf } from '../../common/json-source.ts'
import { hasClientCertificate } from '../../common/endpoints.ts'
import { neededToPresent, neededToSign } from '../environment/needed-secrets.ts'
import type { OpeningMaterial } from '../token/decrypt/opening-material.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { ownPrivateKey } from '../client/own-private-key.ts'
import type { Prepared } from '../environment/problems.ts'
import { requireSecrets, type ResolveDeps } from '../environment/resolve-environment.ts'
import { clientCertificate } from '../client/connection-options.ts'

/** What there is to open a JWE with, and why there is not more. */
export interface Materials {
  materials: readonly OpeningMaterial[]
  problems: readonly FieldProblem[]
}

export const nothingToOpenWith: Materials = { materials: [], problems: [] }

/**
 * Reads what can open a JWE with this header, and no other secret: its private keys for a key that was encrypted or agreed
 * on with a public one, else its client secret. @see RFC 7518 §4.1
 */
export async function environmentMaterials(
  deps: ResolveDeps,
  environment: CurrentEnvironment,
  header: JsonObject,
  signal: AbortSignal,
): Promise<Materials> {
  const alg = stringOf(memberOf(header, 'alg')?.source) ?? ''
  const readings = /^(?:RSA|ECDH)/.test(alg)
    ? await Promise.all([privateKey(deps, environment, signal), certificateKey(deps, environment, signal)])
    : [await clientSecret(deps, environment, signal)]
  return {
    materials: readings.flatMap((reading) => (reading.ok && reading.value !== null ? [reading.value] : [])),
    problems: readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
  }
}

type MaterialReading = Promise<Prepared<OpeningMaterial | null>>

async function privateKey(deps: ResolveDeps, unread: CurrentEnvironment, signal: AbortSignal): MaterialReading {
  const read = await requireSecrets(deps, unread, neededToSign(unread.value), signal)
  if (!read.ok) return read
  const own = await ownPrivateKey(unread.value.assertion, read.value.secrets)
  if (!own.ok || own.value === null) return own.ok ? { ok: true, value: null } : own
  const { key, kid } = own.value
  return { ok: true, value: { by: 'private_key', jwk: { ...jwkOf(key), ...(kid !== null && { kid }) } } }
}

async function certificateKey(deps: ResolveDeps, unread: CurrentEnvironment, signal: AbortSignal): MaterialReading {
  if (!hasClientCertificate(unread.value)) return { ok: true, value: null }
  const read = await requireSecrets(deps, unread, neededToPresent(unread.value), signal)
  if (!read.ok) return read
  const certificate = await clientCertificate(unread.value.network, read.value.secrets)
  if (!certificate.ok || certificate.value === null) return certificate.ok ? { ok: true, value: null } : certificate
  return { ok: true, value: { by: 'private_key', jwk: jwkOf(createPrivateKey(certificate.value.key)) } }
}

async function clientSecret(deps: ResolveDeps, unread: CurrentEnvironment, signal: AbortSignal): MaterialReading {
  const read = await requireSecrets(deps, unread, ['client_secret'], signal)
  if (!read.ok) return read
  const { client_secret: secret = '' } = read.value.secrets
  return { ok: true, value: secret === '' ? null : { by: 'client_secret', secret } }
}

function jwkOf(key: KeyObject): JWK {
  const { kty = '', ...members } = key.export({ format: 'jwk' })
  return { kty, ...members }
}
