import { isOfExpired } from '../../common/of-expired.ts'
import type { Finding } from '../../contract/finding.ts'
import { joined } from './facts.ts'

/** `200 · active: true · as in 4A`. */
export const introspectedFact = (status: number | null, active: boolean): string =>
  joined([status === null ? '' : String(status), `active: ${active}`, asIn4A])

/** After a revocation: what the answer of the authorization server proves. */
export function provenByServer({ active }: { active: boolean }, findings: readonly Finding[]): string {
  if (active) return 'The server says active: the revocation had no effect there'
  return isOfExpired(findings)
    ? `The server says inactive: ${expiredToo}`
    : 'The server says inactive: the revocation took effect there'
}

/** Why a token that is turned away after its revocation proves nothing. */
export const expiredToo = 'the token has expired as well, so this proves nothing'

/** What an API does at the fourth step, by introspection or offline, is what this app does itself. */
export const asIn4A = 'as in 4A'
export const asIn4B = 'as in 4B'
