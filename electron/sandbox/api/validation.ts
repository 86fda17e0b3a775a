import { type Confirmation, confirmationOf } from '../confirmation.ts'

/** What a protected API finds out about an access token. `description` goes to the caller. */
export type Validation =
  | { kind: 'accepted'; client_id: string; scope: readonly string[]; confirmation: Confirmation }
  | { kind: 'refused'; description: string }

export type Validate = (token: string) => Promise<Validation>

/** Takes the claims of a token that holds. @see RFC 9068 §2.2, RFC 7662 §2.2 */
export function accepted(claims: Record<string, unknown>): Validation {
  return {
    kind: 'accepted',
    client_id: String(claims['client_id']),
    scope: typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [],
    confirmation: confirmationOf(claims),
  }
}
