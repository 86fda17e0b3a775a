import { z } from 'zod'
import { causeCodes } from './cause-codes.ts'
import { waySchema } from './way.ts'
import { originBoundSchema, secretNameSchema } from './secret.ts'

export const severitySchema = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>

export const findingCodeSchema = z.enum([
  'token_type_missing',
  'token_type_unknown',
  'access_token_missing',
  'access_token_not_string',
  'token_has_scheme',
  'token_characters',
  'token_elsewhere',
  'error_beside_token',
  'expires_in_missing',
  'expires_in_not_number',
  'expires_in_out_of_range',
  'times_contradict',
  'scope_narrowed',
  'scope_widened',
  'scope_omitted',
  'scope_form',
  'body_empty',
  'body_not_json',
  'body_form_encoded',
  'body_not_utf8',
  'body_has_bom',
  'body_not_object',
  'body_too_deep',
  'content_type_not_json',
  'content_coding_unknown',
  'duplicate_member',
  'error_missing',
  'error_in_success',
  'error_nested',
  'error_in_challenge',
  'challenge_misplaced',
  'status_unexpected',
  'status_invalid',
  'redirect_refused',
  'cache_allowed',
  'token_repeated',
  'not_encrypted',
  'invalid_client',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_grant',
  'invalid_target',
  'refused_other',
  'new_secret_refused',
  'retry_after',
  'active_missing',
  'active_not_boolean',
  'inactive_expired',
  'inactive_revoked_here',
  'inactive_not_yet_valid',
  'inactive_other_issuer',
  'inactive_caller_not_in_audience',
  'inactive_opaque_elsewhere',
  'inactive_clocks_differ',
  'inactive_unexplained',
  'active_after_revocation',
  'introspection_unsupported_token_type',
  'revocation_unsupported_token_type',
  'revocation_not_proof',
  'revoked_token_refused',
  'revoked_token_accepted',
  'expired_token_refused',
  'api_forbidden',
  'api_redirect_not_followed',
  'api_redirect_without_token',
  'api_sent_without_token',
  'api_scopes_missing',
  'token_renewal_failed',
  'api_answer_web_page',
  'token_refused',
  'challenge_missing',
  'issuer_mismatch',
  'issuer_missing',
  'metadata_not_encrypted',
  'metadata_endpoint_missing',
  'metadata_endpoint_invalid',
  'metadata_other_origin',
  'metadata_aliases',
  'basic_encoding_differs',
  'client_secret_short',
  'client_certificate_validity',
  'provider_note',
  'dpop_nonce_supplied',
  'dpop_nonce_repeated',
  'dpop_nonce_missing',
  'dpop_downgraded',
  'dpop_unasked',
  'binding_confirmed',
  'binding_mismatch',
  'binding_missing',
  'client_certificate_not_asked_for',
  'client_certificate_required',
  'https_expected',
  'introspection_signature_valid',
  'introspection_signature_invalid',
  'introspection_signature_unchecked',
  'introspection_not_signed',
  'introspection_jwt_malformed',
  'introspection_jwt_unexpected',
  'introspection_member_odd',
  'introspection_scope_less',
  'jwks_empty',
  'jwks_duplicate_kid',
  'jwks_private_key',
  'jwks_key_unusable',
  'jwks_key_odd',
  'jwks_mixed',
  'private_key_given',
  'lifetime_long',
  'clock_differs',
  'token_without_audience',
  'server_certificate_ends',
  'token_algorithm_weak',
  ...causeCodes,
])
export type FindingCode = z.infer<typeof findingCodeSchema>

/** How sure it is: seen in what was sent and answered, concluded from it, or one cause among others. */
export const confidenceSchema = z.enum(['certain', 'likely', 'possible'])
export type Confidence = z.infer<typeof confidenceSchema>

/**
 * What a finding is about, to be highlighted: the URL, a header field or a parameter of the request; a claim of the token; the
 * status, a header field or a member of the answer (by name, or by JSON Pointer where it begins with a slash), bytes of its body
 * as decoded; or a field of the environment by its path.
 */
export const pointerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request_url') }),
  z.strictObject({ kind: z.literal('request_header'), name: z.string() }),
  z.strictObject({ kind: z.literal('request_parameter'), name: z.string() }),
  z.strictObject({ kind: z.literal('claim'), name: z.string() }),
  z.strictObject({ kind: z.literal('response_status') }),
  z.strictObject({ kind: z.literal('response_header'), name: z.string() }),
  z.strictObject({ kind: z.literal('response_member'), name: z.string() }),
  z.strictObject({ kind: z.literal('response_bytes'), offset: z.number().int(), length: z.number().int() }),
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
])
export type Pointer = z.infer<typeof pointerSchema>

/** Something noticed, as data: the sentence is in `wording/findings.ts`, what belongs to each code in `catalogue/findings.ts`. */
const findingObject = z.strictObject({
  code: findingCodeSchema,
  severity: severitySchema,
  /** The standard that says so, or null. */
  section: z.string().nullable(),
  confidence: confidenceSchema,
  /** What was seen, by name, as plain text. */
  evidence: z.record(z.string(), z.string()),
  /** Empty where nothing in particular can be pointed at. */
  pointers: z.array(pointerSchema).readonly(),
  /** The field of the environment that would settle it, by its path, and what to set it to. */
  change: z
    .strictObject({ field: z.string(), value: z.union([z.string(), z.boolean(), z.array(z.string())]) })
    .exactOptional(),
})
/** By its name, since what TypeScript infers of all codes is too long to declare for each call that gives findings. */
export interface Finding extends z.infer<typeof findingObject> {}
export const findingSchema: z.ZodType<Finding> = findingObject

/**
 * Allow a secret to go to an origin by a way that it was not set for; give the value that is asked for each time; unlock the stored
 * secrets. `boundTo` are the origins that the secret may go to so far; `boundWay` is how it may go to this one, where it
 * may by another way; `source` is where it comes from, in words.
 */
export const remedySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('allow_origin'),
    secret: originBoundSchema,
    origin: z.string(),
    boundTo: z.array(z.string()).readonly(),
    way: waySchema,
    boundWay: waySchema.nullable(),
    source: z.string(),
  }),
  z.strictObject({ kind: z.literal('answer'), secret: secretNameSchema }),
  z.strictObject({ kind: z.literal('unlock') }),
])
export type Remedy = z.infer<typeof remedySchema>
