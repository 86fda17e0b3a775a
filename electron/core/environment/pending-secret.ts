import type { Finding } from '../../contract/finding.ts'
import type { SecretName } from '../../contract/secret.ts'
import { finding } from '../oauth/finding.ts'
import { loginOf, neededToAuthenticate, neededToProve, neededToTravel } from '../secrets/needed.ts'
import type { Desk, Subject } from './desk.ts'

/** The secrets that waited have obtained a token: from now on they are the ones in use. */
export function proveSecrets(desk: Desk, subject: Subject): void {
  const { ports } = desk
  const { secrets, transaction } = ports.workspace
  const { id } = subject
  const waiting = tried(desk, subject)
  if (id === null || waiting.length === 0) return
  transaction(() => {
    for (const name of waiting) secrets.promote(id, name)
  })
  ports.notify({ kind: 'environments_changed' })
}

/** Says that a new secret was refused, and that the old one is still there. */
export function refusedTrial(desk: Desk, subject: Subject): Finding[] {
  return tried(desk, subject).map((name) => finding('new_secret_refused', 'warning', null, { secret: name }))
}

/** The new secrets that a token request used; one that waits and was of no use to it, or was set since, has not been tried. */
function tried({ ports }: Desk, { id, value, trial, marks }: Subject): SecretName[] {
  if (!trial || id === null) return []
  const used = [
    ...neededToTravel(value),
    ...neededToProve(value),
    ...neededToAuthenticate(value, value.token_endpoint_auth_method),
  ]
  const logins = used.flatMap((name) => loginOf(value.secretSources[name]) ?? [])
  const waiting = ports.workspace.secrets
    .list(id)
    .filter(({ name, slot, version }) => slot === 'next' && marks[name] === `stored ${version}`)
  return waiting.map(({ name }) => name).filter((name) => [...used, ...logins].includes(name))
}

/** Has the sources of an environment asked again. */
export function forgetFetched({ session }: Desk, id: string | null): void {
  for (const place of session.fetched.keys()) if (place.startsWith(`${id} `)) session.fetched.delete(place)
}
