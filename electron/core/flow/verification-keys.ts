import { newEnvironment } from '../../catalogue/new-environment.ts'
import { isExposed } from '../../common/loopback.ts'
import { urlProblem } from '../url-problem.ts'
import type { Finding } from '../../contract/finding.ts'
import { httpUrlSchema } from '../../contract/url.ts'
import type { KeySource, KeysUsed } from '../../contract/verification.ts'
import {
  type CurrentEnvironment,
  currentEnvironment,
  type EnvironmentDeps,
} from '../environment/current-environment.ts'
import { noClientSecret, notPrepared, type Prepared } from '../environment/problems.ts'
import { requireSecrets, type ResolveDeps } from '../environment/resolve-environment.ts'
import type { KeySetPlace } from './key-sets.ts'
import { problem, problemAt } from '../problem.ts'
import { readKeyMaterial } from '../token/keys/read-key-material.ts'
import { readSharedSecret } from '../token/keys/read-shared-secret.ts'
import type { Keys, NoKeys } from '../token/verify/verification-keys.ts'

/** Keys that are at hand, or the place of a set that has to be looked up. */
export type GivenKeys =
  | { kind: 'at_hand'; keys: Keys; used: KeysUsed | null; findings: readonly Finding[] }
  | { kind: 'set'; source: 'jwks' | 'url'; place: KeySetPlace; fresh: boolean }

/** Reads what a person wants to verify with; fetches nothing yet. A token has no say in it. */
export async function givenKeys(
  deps: EnvironmentDeps & ResolveDeps,
  environment: CurrentEnvironment | null,
  source: KeySource,
  signal: AbortSignal,
): Promise<Prepared<GivenKeys>> {
  switch (source.kind) {
    case 'jwks':
      return { ok: true, value: environment === null ? noKeys : keysOfServer(environment, source.fresh) }
    case 'url':
      return placeOf(deps, environment, source)
    case 'key': {
      const material = await readKeyMaterial(source.text)
      if (material.kind === 'none') return notPrepared(problemAt('keys.text', material.problem))
      const { findings } = material
      const used = locally('key', material.keys.keys.length)
      return { ok: true, value: { kind: 'at_hand', keys: { ...material, findings: [] }, used, findings } }
    }
    case 'secret': {
      const read = readSharedSecret(source.text, source.encoding)
      return read.ok ? secretKey('secret', read.value) : notPrepared(problemAt('keys.text', read.problem))
    }
    case 'client_secret': {
      if (environment === null) return notPrepared(problemAt('environmentId', problem('environment_of_secret_missing')))
      const read = await requireSecrets(deps, environment, ['client_secret'], signal)
      if (!read.ok) return read
      const { client_secret = '' } = read.value.secrets
      return client_secret === '' ? notPrepared(noClientSecret) : secretKey('client_secret', Buffer.from(client_secret))
    }
  }
}

/** The key set that the authorization server of an environment publishes. */
export function keysOfServer(environment: CurrentEnvironment, fresh = false): GivenKeys {
  const url = environment.value.jwks_uri
  if (url === '') return none('jwks_uri_missing')
  return isExposed(url) ? none('keys_in_clear') : { kind: 'set', source: 'jwks', place: { environment, url }, fresh }
}

/** An address that a person agreed to. It is no server of the environment: its certificate is not presented there. */
function placeOf(
  deps: EnvironmentDeps,
  environment: CurrentEnvironment | null,
  { url, fresh }: Extract<KeySource, { kind: 'url' }>,
): Prepared<GivenKeys> {
  const parsed = httpUrlSchema.safeParse(url)
  if (!parsed.success) {
    return notPrepared(problemAt('keys.url', urlProblem(url)))
  }
  if (isExposed(parsed.data)) return notPrepared(problemAt('keys.url', problem('key_url_in_clear')))
  const asker = environment === null ? currentEnvironment(deps, null, newEnvironment) : withoutCertificate(environment)
  return { ok: true, value: { kind: 'set', source: 'url', place: { environment: asker, url: parsed.data }, fresh } }
}

function withoutCertificate(environment: CurrentEnvironment): CurrentEnvironment {
  const { clientCertificate } = newEnvironment.network
  const network = { ...environment.value.network, clientCertificate }
  return { ...environment, value: { ...environment.value, network } }
}

/** For what has no signature that a key could verify. */
export const noKeys = none('keys_not_given')

function none(reason: NoKeys): GivenKeys {
  return { kind: 'at_hand', keys: { kind: 'none', reason }, used: null, findings: [] }
}

function secretKey(source: 'secret' | 'client_secret', secret: Uint8Array): Prepared<GivenKeys> {
  const keys = { kind: 'secret', secret } as const
  return { ok: true, value: { kind: 'at_hand', keys, used: locally(source, 1), findings: [] } }
}

const locally = (source: KeysUsed['source'], count: number): KeysUsed => ({
  source,
  url: null,
  fetchedAt: null,
  fetch: 'none',
  count,
})
