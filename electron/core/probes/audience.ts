import { memberOf, readableClaims, stringListOf } from '../../common/json-source.ts'
import { otherAudienceOfSandbox } from '../../catalogue/built-in-environments.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { SessionToken } from '../session.ts'

/** Nobody has it. @see RFC 2606 §2 */
const nobodys = 'https://other-api.invalid'

/** Asks for another audience where these settings ask for theirs: by `resource`, `audience`, or an extra parameter. @see RFC 8707 §2 */
export function forOtherAudience(value: EnvironmentInput, named: string): EnvironmentInput {
  const unnamed = value.provider === 'sandbox' ? otherAudienceOfSandbox : nobodys
  const other = named.trim() === '' ? unnamed : named.trim()
  const isNamed = ({ name }: { name: string }) => name === 'audience' || name === 'resource'
  const extra = value.parameters.filter(isNamed)
  const parameters = value.parameters.filter((parameter) => !isNamed(parameter))
  const byResource = value.resource.length > 0 || extra.some(({ name }) => name === 'resource')
  const byAudience = value.audience !== '' || extra.some(({ name }) => name === 'audience') || !byResource
  return { ...value, parameters, audience: byAudience ? other : '', resource: byResource ? [other] : [] }
}

/** The audiences of a token, masked; null where it cannot be read. */
export function audiencesOf({ held, mask }: SessionToken): string[] | null {
  const claims = readableClaims(held.decoded)
  if (claims === null) return null
  return (stringListOf(memberOf(claims, 'aud')?.source) ?? []).map(mask)
}
