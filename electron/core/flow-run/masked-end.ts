import type { FlowResult } from '../../contract/flow.ts'
import type { WithSession } from '../core-context.ts'
import { type Mask, maskValues } from '../redaction/mask.ts'
import type { ActEnd, Situation } from './act.ts'
import { maxList } from './bounded.ts'
import type { Seen } from './watch.ts'

/** What a token says of itself may repeat a secret; what servers answered was masked with its exchange. */
export function maskedEnd(
  { session }: WithSession<'tokens'>,
  { choice }: Situation,
  { masks }: Seen,
  end: ActEnd,
): ActEnd {
  const held = session.tokens.get(choice.environmentId)
  const all = held === undefined ? masks : [held.mask, ...masks]
  return { ...end, result: maskedResult(end.result, (text) => all.reduce((masked, mask) => mask(masked), text)) }
}

function maskedResult(result: FlowResult, mask: Mask): FlowResult {
  switch (result.kind) {
    case 'token':
      return {
        ...result,
        token_type: mask(result.token_type),
        expires_in: orNull(result.expires_in, mask),
        scopeGranted: orNull(result.scopeGranted, mask),
        alg: orNull(result.alg, mask),
        // A token of a megabyte may name 50,000, and each is looked through for every secret.
        audience: result.audience.slice(0, maxList).map(mask),
      }
    case 'verified':
      return {
        ...result,
        kid: orNull(result.kid, mask),
        checks: result.checks.map((check) => ({ ...check, evidence: maskValues(check.evidence, mask) })),
      }
    case 'introspected':
    case 'answered':
    case 'revoked':
    case 'refused':
    case 'nonconformant':
    case 'unreachable':
    case 'not_sent':
      return result
  }
}

const orNull = (text: string | null, mask: Mask): string | null => (text === null ? null : mask(text))
