import type { Finding } from '../../contract/finding.ts'
import type { SecretName } from '../../contract/secret.ts'
import { recordDone } from '../audit/record.ts'
import { finding } from '../finding.ts'
import { neededToAuthenticate, neededToProve, neededToTravel } from './needed-secrets.ts'
import { loginOf } from '../secrets/destinations.ts'
import type { WithSession, WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import type { CurrentEnvironment } from './current-environment.ts'

/** The secrets that waited have obtained a token: from now on they are the ones in use. */
export function promotePendingSecrets(
  deps: Pick<Ports, 'newId' | 'now' | 'notify'> & WithWorkspace<'secrets' | 'transaction' | 'audit'>,
  environment: CurrentEnvironment,
): void {
  const { secrets, transaction } = deps.workspace
  const { id } = environment
  const waiting = tried(deps, environment)
  if (id === null || waiting.length === 0) return
  transaction(() => {
    for (const name of waiting) {
      secrets.promote(id, name)
      recordDone(deps, 'secret_rotated', id, { secret: name })
    }
  })
  deps.notify({ kind: 'environments_changed' })
}

/** Says that a new secret was refused, and that the old one is still there. */
export function pendingSecretRefused(deps: WithWorkspace<'secrets'>, environment: CurrentEnvironment): Finding[] {
  return tried(deps, environment).map((name) =>
    finding('new_secret_refused', { secret: name }, { pointers: [{ kind: 'field', field: name }] }),
  )
}

/** The new secrets that a token request used; one that waits and was of no use to it, or was set since, has not been tried. */
function tried(
  deps: WithWorkspace<'secrets'>,
  { id, value, usesPending, secretVersions }: CurrentEnvironment,
): SecretName[] {
  if (!usesPending || id === null) return []
  const used = [
    ...neededToTravel(value),
    ...neededToProve(value),
    ...neededToAuthenticate(value, value.token_endpoint_auth_method),
  ]
  const logins = used.flatMap((name) => loginOf(value.secretSources[name]) ?? [])
  const waiting = deps.workspace.secrets
    .list(id)
    .filter(({ name, slot, version }) => slot === 'next' && secretVersions[name] === `stored ${version}`)
  return waiting.map(({ name }) => name).filter((name) => [...used, ...logins].includes(name))
}

/** Has the sources of an environment asked again. */
export function forgetCachedSecrets({ session }: WithSession<'secretCache'>, id: string | null): void {
  for (const place of session.secretCache.keys()) if (place.startsWith(`${id} `)) session.secretCache.delete(place)
}
