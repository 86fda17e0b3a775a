import { createHmac, randomBytes } from 'node:crypto'
import { setImmediate as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { WithSecretStore, WithWorkspace } from '../core-context.ts'
import { currentEnvironment, type EnvironmentDeps } from '../environment/current-environment.ts'
import type { OtherEnvironment } from '../review/case.ts'
import { credentialOf as authenticatingOf } from '../review/parts/credential.ts'
import type { ReadSecrets } from './held-secrets.ts'
import { sourceOf } from '../secrets/source.ts'

type Deps = EnvironmentDeps & WithWorkspace<'environments'> & WithSecretStore<'get'>
type Compared = 'client_secret' | 'private_key'

/** Environments that are looked at between two breaths. */
const atOnce = 20

/** Known to this process only, so that a digest says nothing to anybody else. */
const key = randomBytes(32)
const digestOf = (secret: string): string => createHmac('sha256', key).update(secret.trim()).digest('base64url')

/** The environments beside this one, and whether they hold the same credentials; `secrets` are its own, as far as they can be read. */
export async function otherEnvironments(
  deps: Deps,
  own: { id: string; value: EnvironmentInput },
  secrets: ReadSecrets,
): Promise<OtherEnvironment[]> {
  const secret = credentialOf(own.value, 'client_secret', ownText(secrets, 'client_secret'))
  const privateKey = credentialOf(own.value, 'private_key', ownText(secrets, 'private_key'))
  const others: OtherEnvironment[] = []
  for (const [place, { id }] of deps.workspace.environments.summaries().entries()) {
    if (place % atOnce === atOnce - 1) await pause()
    const stored = id === own.id ? null : deps.workspace.environments.get(id)
    if (stored === null) continue
    const { value, secrets: inMemory } = currentEnvironment(deps, id, stored.value)
    const other = async (name: Compared): Promise<Credential> =>
      credentialOf(value, name, inMemory[name] ?? (await storedSecret(deps, id, value, name)))
    const { name, stage, client_id, token_endpoint, issuer } = value
    others.push({
      id,
      name,
      stage,
      client_id,
      token_endpoint,
      issuer,
      hasSameSecret: isSame(secret, await other('client_secret')),
      hasSameKey: isSame(privateKey, await other('private_key')),
    })
  }
  return others
}

/** Null where it is there and cannot be read; undefined where it is not there. */
function ownText({ held, values }: ReadSecrets, name: Compared): string | null | undefined {
  const isThere = held.some((one) => one.name === name && one.source !== 'none')
  return values[name] ?? (isThere ? null : undefined)
}

/** A digest, the place outside that it comes from, nothing, or what cannot be read without asking. */
type Credential = { kind: 'digest'; digest: string } | { kind: 'place'; place: unknown } | { kind: 'none' | 'unread' }

function credentialOf(value: EnvironmentInput, name: Compared, text: string | null | undefined): Credential {
  const { keyFile } = value.assertion
  if (name === 'private_key' && keyFile !== '') return { kind: 'place', place: keyFile }
  const source = sourceOf(value, name)
  if (source.kind === 'ask') return { kind: 'unread' }
  if (source.kind !== 'stored' && source.kind !== 'session') return { kind: 'place', place: source }
  if (text === null) return { kind: 'unread' }
  if (text !== undefined && text !== '') return { kind: 'digest', digest: digestOf(text) }
  // One that is needed and not set here is a secret all the same.
  return { kind: authenticatingOf(value) === name ? 'unread' : 'none' }
}

/** Null where what is stored cannot be opened; undefined where nothing is. */
async function storedSecret(
  { secretStore }: Deps,
  id: string,
  value: EnvironmentInput,
  name: Compared,
): Promise<string | null | undefined> {
  if (sourceOf(value, name).kind !== 'stored') return undefined
  const opened = await secretStore.get(id, name, 'current')
  return opened === null ? undefined : opened.ok ? opened.value : null
}

/** Null where one of them is not known: two places outside may hold the same. */
function isSame(one: Credential, other: Credential): boolean | null {
  if (one.kind === 'none' || other.kind === 'none') return false
  if (one.kind === 'digest' && other.kind === 'digest') return one.digest === other.digest
  if (one.kind === 'place' && other.kind === 'place') return isDeepStrictEqual(one.place, other.place) ? true : null
  return null
}
