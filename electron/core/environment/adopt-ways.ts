import type { EnvironmentInput } from '../../contract/environment.ts'
import { isLogin, loginAt, ofVariable, plainWay, wayOf } from '../secrets/destinations.ts'
import type { Bound } from '../workspace/tables/secret-bindings.ts'
import type { Workspace } from '../workspace/workspace.ts'

/**
 * Gives what was allowed before ways were bound the way that is in force now, once: nobody is asked again, and no other
 * way is allowed. A login at AWS, at Azure or at the Vault of VAULT_ADDR, which was not bound then, is allowed where what it
 * fetches is; where that was bound to nothing, as keys for DPoP and client certificates are, it is asked about once.
 */
export function adoptWays({
  secretBindings,
  environments,
  transaction,
}: Pick<Workspace, 'secretBindings' | 'environments' | 'transaction'>): void {
  const waiting = secretBindings.withoutWay()
  if (waiting.length === 0) return
  transaction(() => {
    for (const { id, value } of environments.list()) {
      const own = waiting.filter(({ environmentId }) => environmentId === id)
      for (const bound of boundBy(value, own)) secretBindings.add(id, bound)
    }
    secretBindings.clearWithoutWay()
  })
}

function boundBy({ network, secretSources }: EnvironmentInput, own: readonly Omit<Bound, 'way'>[]): Bound[] {
  const targets = Object.entries(secretSources).flatMap(([name, source]) => {
    const target = loginAt(source)
    // A passphrase goes nowhere itself: it serves the key.
    const used = name === 'private_key_passphrase' ? 'private_key' : name
    return target === null ? [] : [{ target, isAllowed: own.some((bound) => bound.name === used) }]
  })
  const kept = own.flatMap(({ name, origin }): Bound[] => {
    if (!isLogin(name)) return [{ name, origin, way: wayOf(network) }]
    const ways = targets.flatMap(({ target }) => (target.name === name && target.origin === origin ? [target.way] : []))
    return (ways.length === 0 ? [plainWay] : ways).map((way) => ({ name, origin, way }))
  })
  const added = targets.filter(
    ({ target: { name, origin }, isAllowed }) =>
      isAllowed && (name === 'aws_login' || name === 'azure_login' || origin === ofVariable),
  )
  return [...kept, ...added.map(({ target }) => target)]
}
