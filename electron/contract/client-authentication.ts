import { z } from 'zod'
import {
  asymmetricAlgorithms,
  authMethods,
  basicEncodings,
  symmetricAlgorithms,
} from '../vocabulary/client-authentication.ts'
import { audienceRule, keyIdRule } from '../vocabulary/environment-rules.ts'
import { certificateRule, pathRule } from '../vocabulary/file-rules.ts'
import { assertionLifetimeRule } from '../vocabulary/number-rules.ts'
import { wholeNumber } from './number.ts'
import { text } from './text.ts'

export const authMethodSchema = z.enum(authMethods)
export type AuthMethod = z.infer<typeof authMethodSchema>

export const basicEncodingSchema = z.enum(basicEncodings)
export type BasicEncoding = z.infer<typeof basicEncodingSchema>

/** JWS algorithms for client assertions. @see RFC 7518 §3.1, RFC 8037 */
export const assertionAlgorithmSchema = z.enum([...symmetricAlgorithms, ...asymmetricAlgorithms])
export type AssertionAlgorithm = z.infer<typeof assertionAlgorithmSchema>

export const pathSchema = text(pathRule)
export const pemSchema = text(certificateRule)

/** What goes into a client assertion and what signs it. @see RFC 7523 §3 */
export const assertionSettingsSchema = z.strictObject({
  alg: assertionAlgorithmSchema,
  audience: z.enum(['issuer', 'token_endpoint', 'other']),
  /** With `audience` other. */
  otherAudience: text(audienceRule),
  /** From iat to exp, in seconds. */
  lifetime: wholeNumber(assertionLifetimeRule),
  /** Header `kid`; empty leaves it out, unless the key is a JWK that has one. */
  kid: text(keyIdRule),
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
