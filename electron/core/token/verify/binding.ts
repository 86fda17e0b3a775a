import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { Binding } from '../../../contract/token.ts'
import type { Check } from '../../../contract/verification.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { judged, type Judged } from './judged.ts'
import { readJsonObject } from '../../json/json.ts'

/** Members of `cnf`, by what they confirm. @see RFC 9449 §6.1, RFC 8705 §3.1 */
const confirmationMembers: Readonly<Record<Binding['kind'], string>> = { dpop: 'jkt', certificate: 'x5t#S256' }

/** The thumbprint that claims or an introspection response confirm, or null. @see RFC 7800 §3.1 */
export function confirmationOf(object: JsonObject, kind: Binding['kind']): string | null {
  const source = memberOf(object, 'cnf')?.source
  const reading = source === undefined ? null : readJsonObject(source)
  return reading?.kind === 'object' ? stringOf(memberOf(reading.object, confirmationMembers[kind])?.source) : null
}

/**
 * Compares what the token is bound to with what the app proved to hold when it got it. A token that is bound to nothing,
 * and got without such a proof, is an ordinary one: nothing is checked.
 */
export function checkBinding(claims: JsonObject, binding: Binding | null): Check[] {
  const check = (ended: Judged): Check[] => [{ name: 'binding', ...ended }]
  if (binding === null) {
    const bound = kinds.find((kind) => confirmationOf(claims, kind) !== null)
    return bound === undefined
      ? []
      : check(judged('binding_unchecked', { member: `cnf.${confirmationMembers[bound]}` }))
  }
  const { kind, thumbprint: expected } = binding
  const actual = confirmationOf(claims, kind)
  if (actual === null) return check(judged('binding_missing', { kind }))
  if (actual === expected) return check(judged('binding_confirmed', { kind, thumbprint: expected }))
  return check(judged('binding_mismatch', { kind, expected, actual }))
}

const kinds = ['dpop', 'certificate'] as const
