import type { Finding } from '../../contract/finding.ts'
import type { Binding } from '../../contract/token.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { confirmationOf } from '../token/verify/binding.ts'
import { finding } from '../finding.ts'

/** Compares what a token is bound to with what the app proved to hold. Nothing is said when it proved nothing. */
export function judgeConfirmation(object: JsonObject, binding: Binding | null): Finding[] {
  if (binding === null) return []
  const { kind, thumbprint: expected } = binding
  const section = kind === 'dpop' ? 'RFC 9449 §6.1' : 'RFC 8705 §3.1'
  const actual = confirmationOf(object, kind)
  if (actual === null) return [finding('binding_missing', { kind }, { section })]
  return actual === expected
    ? [finding('binding_confirmed', { kind, thumbprint: expected }, { section })]
    : [finding('binding_mismatch', { kind, expected, actual }, { section })]
}
