import { z } from 'zod'

/**
 * Client authentication at the token endpoint. `client_assertion_file` sends a ready-made assertion that something else
 * wrote to a file (workload identity).
 * @see RFC 6749 §2.3.1, RFC 7523 §2.2, RFC 8705 §2, RFC 7591 §2
 */
export const authMethodSchema = z.enum([
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'client_assertion_file',
  'tls_client_auth',
  'self_signed_tls_client_auth',
  'none',
])
export type AuthMethod = z.infer<typeof authMethodSchema>

/** How id and secret are written into the Basic header: form-encoded first, as the standard says, or as they are. @see RFC 6749 §2.3.1 */
export const basicEncodingSchema = z.enum(['form', 'raw'])
export type BasicEncoding = z.infer<typeof basicEncodingSchema>

export const symmetricAlgorithms = ['HS256', 'HS384', 'HS512'] as const
export const asymmetricAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const

/** JWS algorithms for client assertions. @see RFC 7518 §3.1, RFC 8037 */
export const assertionAlgorithmSchema = z.enum([...symmetricAlgorithms, ...asymmetricAlgorithms])
export type AssertionAlgorithm = z.infer<typeof assertionAlgorithmSchema>

/** A path on this computer; `~/` is the home folder. Empty is none. */
export const pathSchema = z.string().trim().max(4096, 'A path may have at most 4,096 characters.')

/** PEM text. Certificates are public: they are stored with the environment, so that no private key may be among them. */
export const pemSchema = z
  .string()
  .trim()
  .max(200_000, 'This is too long for a certificate.')
  .refine(
    (text) => !/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text),
    'There is a private key in this text, which would be stored in clear. Take it out, and enter it in its own field.',
  )

/** What goes into a client assertion and what signs it. @see RFC 7523 §3 */
export const assertionSettingsSchema = z.strictObject({
  alg: assertionAlgorithmSchema,
  audience: z.enum(['issuer', 'token_endpoint', 'other']),
  /** With `audience` other. */
  otherAudience: z.string().trim().max(2048),
  /** From iat to exp, in seconds. */
  lifetime: z.number().int().min(1, 'At least 1 second.').max(86_400, 'At most 86,400 seconds.'),
  /** Header `kid`; empty leaves it out, unless the key is a JWK that has one. */
  kid: z.string().max(1024),
  /** Header parameters that name the certificate of the key. @see RFC 7515 §4.1.7, §4.1.8 */
  thumbprints: z.array(z.enum(['x5t', 'x5t#S256'])).max(2),
  /** Private key as PEM, JWK or PFX; empty uses the one that was pasted for this session. */
  keyFile: pathSchema,
  /** Certificate of the key, for the thumbprints, when the key's own file does not hold it. */
  certificate: pemSchema,
  certificateFile: pathSchema,
  /** The ready-made assertion, read again for each request. */
  assertionFile: pathSchema,
})
export type AssertionSettings = z.infer<typeof assertionSettingsSchema>

/** Proof of possession with a key of the environment. @see RFC 9449 */
export const dpopSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  alg: z.enum(asymmetricAlgorithms),
  /** Private key as PEM or JWK; empty uses the one that was pasted, or else one generated for this session. */
  keyFile: pathSchema,
})
export type DpopSettings = z.infer<typeof dpopSettingsSchema>
