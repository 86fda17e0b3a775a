import type { EnvironmentInput } from '../../contract/environment.ts'
import { type SecretName, secretNameSchema, type SecretState, type TypedSecrets } from '../../contract/secret.ts'
import {
  type CurrentEnvironment,
  type EnvironmentDeps,
  presentEnvironment,
} from '../environment/current-environment.ts'
import { neededToAuthenticate, neededToPresent, neededToProve } from '../environment/needed-secrets.ts'
import { type ResolveDeps, resolveEnvironment } from '../environment/resolve-environment.ts'
import { fileFacts } from '../files/file-facts.ts'
import { secretFacts } from '../flow/facts/secret-facts.ts'
import type { HeldSecret } from '../review/case.ts'
import { sourceOf } from '../secrets/source.ts'
import { certificateFileWithKey, keyFileOf } from './key-file.ts'
import type { StoredEnvironment } from '../workspace/tables/environments.ts'

export type SecretDeps = ResolveDeps & EnvironmentDeps

/** The values never leave `review-facts`. */
export interface ReadSecrets {
  held: HeldSecret[]
  values: TypedSecrets
}

/**
 * The secrets that an environment has or needs. Nobody and nothing on a network is asked for one, and no source that a file
 * brought is read before a person allowed it.
 */
export async function readHeldSecrets(
  deps: SecretDeps,
  stored: StoredEnvironment,
  current: CurrentEnvironment,
): Promise<ReadSecrets> {
  const { value } = current
  const { secrets: states } = presentEnvironment(deps, stored)
  const needed = new Set(neededIn(value))
  const held: HeldSecret[] = []
  const values: { [Name in SecretName]?: string } = {}
  for (const name of secretNameSchema.options) {
    const file = keyFileOf(value, name) || (await insteadOf(value, name, states[name]))
    if (file !== '') held.push({ ...unread(name, 'file'), ...(await rightsOf(file)) })
    else if (states[name].kind !== 'none' || needed.has(name)) {
      const text = states[name].kind === 'none' ? null : await read(deps, current, name)
      if (text !== null) values[name] = text
      held.push(await heldSecret(value, name, states[name], text))
    }
  }
  return { held, values }
}

/** The file of a certificate may hold its key. */
const insteadOf = async (value: EnvironmentInput, name: SecretName, { kind }: SecretState): Promise<string> =>
  name === 'client_certificate_key' && kind === 'none' ? certificateFileWithKey(value) : ''

/** Null where it cannot be read without asking. */
async function read(deps: ResolveDeps, current: CurrentEnvironment, name: SecretName): Promise<string | null> {
  if (sourceOf(current.value, name).kind === 'ask') return null
  const { signal } = new AbortController()
  const { secrets } = await resolveEnvironment(deps, { ...current, offline: true }, [name], signal)
  return secrets[name] || null
}

async function heldSecret(
  value: EnvironmentInput,
  name: SecretName,
  { kind, setAt }: SecretState,
  text: string | null,
): Promise<HeldSecret> {
  const source = sourceOf(value, name)
  const bare = { ...unread(name, kind === 'source' ? source.kind : kind), setAt }
  const rights = kind === 'source' && source.kind === 'file' ? await rightsOf(source.path) : {}
  // Several secrets in one text are described by none of its facts.
  if (text === null || name === 'secret_variables') return { ...bare, ...rights }
  const facts = secretFacts(text, value.client_id, setAt)
  return { ...bare, ...rights, facts, differentCharacters: new Set(text).size }
}

const unread = (name: SecretName, source: HeldSecret['source']): HeldSecret => ({
  name,
  source,
  setAt: null,
  facts: null,
  differentCharacters: null,
  fileReadableBy: null,
  git: null,
})

async function rightsOf(file: string): Promise<Partial<HeldSecret>> {
  const facts = await fileFacts(file)
  return facts === null ? {} : { fileReadableBy: facts.readableBy, git: facts.git }
}

/** A key may have no passphrase. */
function neededIn(value: EnvironmentInput): SecretName[] {
  const all = [
    ...neededToAuthenticate(value, value.token_endpoint_auth_method),
    ...neededToPresent(value),
    ...neededToProve(value),
  ]
  return all.filter((name) => !name.endsWith('passphrase'))
}
