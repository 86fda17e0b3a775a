import { isDeepStrictEqual } from 'node:util'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { isMembers } from '../json/json-members.ts'
import { originOf } from '../secrets/destinations.ts'

const endpoints: ReadonlySet<string> = new Set([
  'issuer',
  'token_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'mtls_endpoint_aliases.token_endpoint',
  'mtls_endpoint_aliases.introspection_endpoint',
  'mtls_endpoint_aliases.revocation_endpoint',
])

/** The paths of what differs between two settings. */
export function changedFields(before: unknown, after: unknown, path = ''): string[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!isMembers(before) || !isMembers(after)) return [path]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => changedFields(before[name], after[name], path === '' ? name : `${path}.${name}`))
}

/**
 * What is recorded of a change: the names of the fields, and of endpoints the servers before and after. Never a value, which
 * may hold a secret.
 */
export function changeDetail(before: EnvironmentInput, after: EnvironmentInput): Record<string, string> {
  const fields = changedFields(before, after)
  const servers = fields.flatMap((field) => {
    if (!endpoints.has(field)) return []
    const [from, to] = [serverIn(before, field), serverIn(after, field)]
    return from === to ? [] : [[field, `${from} → ${to}`] as const]
  })
  return { fields: fields.join(', '), ...Object.fromEntries(servers) }
}

/** The origin of a URL; what is none, or is empty, is not repeated. */
function serverIn(value: EnvironmentInput, field: string): string {
  let found: unknown = value
  for (const name of field.split('.')) found = isMembers(found) ? found[name] : undefined
  return (typeof found === 'string' ? originOf(found) : null) ?? '–'
}
