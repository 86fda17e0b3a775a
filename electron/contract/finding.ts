import { z } from 'zod'

export const severitySchema = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>

/**
 * Something noticed, as data: the sentence is written where it is shown (`finding-sentences.ts`).
 * `section` names the standard that says so; `evidence` holds what was seen, by name, as plain text.
 */
export const findingSchema = z.strictObject({
  code: z.enum([
    'token_type_missing',
    'token_type_unknown',
    'access_token_missing',
    'access_token_not_string',
    'expires_in_missing',
    'expires_in_not_number',
    'expires_in_out_of_range',
    'scope_narrowed',
    'scope_widened',
    'scope_omitted',
    'body_empty',
    'body_not_json',
    'body_not_utf8',
    'body_has_bom',
    'body_not_object',
    'body_too_deep',
    'content_type_not_json',
    'duplicate_member',
    'error_missing',
    'error_nested',
    'status_unexpected',
    'redirect_refused',
    'cache_allowed',
    'not_encrypted',
    'invalid_client',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_request',
    'invalid_grant',
    'invalid_target',
    'refused_other',
    'retry_after',
    'active_missing',
    'active_not_boolean',
    'inactive_expired',
    'inactive_revoked_here',
    'inactive_unexplained',
    'introspection_unsupported_token_type',
    'revocation_unsupported_token_type',
    'revocation_not_proof',
    'revoked_token_refused',
    'revoked_token_accepted',
    'expired_token_refused',
    'insufficient_scope',
    'token_refused',
    'challenge_missing',
    'issuer_mismatch',
    'metadata_not_encrypted',
    'metadata_endpoint_missing',
  ]),
  severity: severitySchema,
  section: z.string().nullable(),
  evidence: z.record(z.string(), z.string()),
})
export type Finding = z.infer<typeof findingSchema>
export type FindingCode = Finding['code']

/** A field that keeps a request from being sent. `field` is the name of an environment's member. */
export const fieldProblemSchema = z.strictObject({ field: z.string(), message: z.string() })
export type FieldProblem = z.infer<typeof fieldProblemSchema>
