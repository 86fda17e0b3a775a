import { z } from 'zod'
import { jsonObjectSchema } from './json-object.ts'

/** Bytes that are no JSON object: as text when they are UTF-8, else base64url. */
export const contentSchema = z.strictObject({
  text: z.string(),
  encoding: z.enum(['utf-8', 'base64url']),
  bytes: z.number().int(),
})
export type Content = z.infer<typeof contentSchema>

/**
 * One disclosure of an SD-JWT. `digest` is what the claims hold in its place, empty when they name a hash algorithm that is not
 * known here; `named` says whether they, or another disclosure that they name, hold it. `name` is null for an element of
 * an array. @see RFC 9901 §4.2
 */
export const disclosureSchema = z.strictObject({
  name: z.string().nullable(),
  /** Source text of the value. */
  source: z.string(),
  digest: z.string(),
  named: z.boolean(),
})
export type Disclosure = z.infer<typeof disclosureSchema>

const signed = { header: jsonObjectSchema, signatureBytes: z.number().int() }

/** The text of a part that is no whole JSON object, and from where on it is none, in UTF-16 units: its length where it is cut off. */
const brokenTextSchema = z.strictObject({
  segment: z.enum(['header', 'claims']),
  text: z.string(),
  at: z.number().int(),
})
export type BrokenText = z.infer<typeof brokenTextSchema>

/** What a string turned out to be. @see RFC 7515, RFC 7516, RFC 7519 */
export const decodedTokenSchema = z.discriminatedUnion('kind', [
  /** A signed JWT. */
  z.strictObject({ kind: z.literal('jws'), ...signed, claims: jsonObjectSchema }),
  /** A JWS whose payload is something else than a JSON object; `nested` when it is a JWT in compact form. @see RFC 7519 §5.2 */
  z.strictObject({
    kind: z.literal('signed_content'),
    ...signed,
    content: contentSchema,
    nested: z.enum(['jws', 'jwe']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('jwe'),
    header: jsonObjectSchema,
    encryptedKeyBytes: z.number().int(),
    ciphertextBytes: z.number().int(),
  }),
  /** @see RFC 9901 */
  z.strictObject({
    kind: z.literal('sd_jwt'),
    ...signed,
    claims: jsonObjectSchema,
    disclosures: z.array(disclosureSchema).readonly(),
    /** Disclosures that cannot be read. */
    unreadable: z.number().int(),
    keyBinding: z.strictObject({ header: jsonObjectSchema, claims: jsonObjectSchema }).nullable(),
  }),
  /** `claims` are readable for purpose `public` only; `footer` is null when there is none. @see https://github.com/paseto-standard/paseto-spec */
  z.strictObject({
    kind: z.literal('paseto'),
    version: z.enum(['v1', 'v2', 'v3', 'v4']),
    purpose: z.enum(['local', 'public']),
    claims: jsonObjectSchema.nullable(),
    footer: contentSchema.nullable(),
  }),
  /** Nothing that can be read here; `form` names what it looks like, `maker` who makes tokens that begin so, or is empty. */
  z.strictObject({
    kind: z.literal('opaque'),
    form: z.enum(['reference', 'uuid', 'hex', 'saml', 'prefixed']),
    maker: z.string(),
    length: z.number().int(),
  }),
  /**
   * Looks like a JWT, or with `format` like a PASETO, and is not one, or can be no token at all (`no_token`). `offset` counts characters from the start of the token, `byteOffset` bytes of the
   * decoded segment where it could be decoded; `near` is the text around that place.
   */
  z.strictObject({
    kind: z.literal('malformed'),
    segment: z.enum([
      'token',
      'header',
      'claims',
      'signature',
      'encrypted_key',
      'iv',
      'ciphertext',
      'tag',
      'disclosure',
      'key_binding',
      'footer',
    ]),
    offset: z.number().int(),
    byteOffset: z.number().int().nullable(),
    /** Present when it begins as a PASETO does. */
    format: z.literal('paseto').exactOptional(),
    /** What of a broken JWT can be read all the same. */
    header: jsonObjectSchema.exactOptional(),
    claims: jsonObjectSchema.exactOptional(),
    broken: z.array(brokenTextSchema).readonly().exactOptional(),
    near: z.string(),
    /** Where that place is in `near`, in UTF-16 units; its length when something is missing at its end. */
    nearAt: z.number().int().exactOptional(),
    reason: z.enum([
      'segments',
      'character',
      'length',
      'utf8',
      'json',
      'not_object',
      'too_deep',
      'empty',
      'two_tokens',
      'no_token',
      'shortened',
    ]),
  }),
  z.strictObject({ kind: z.literal('empty') }),
])
export type DecodedToken = z.infer<typeof decodedTokenSchema>

/** A token that is in a pasted text. `name` is what the text calls it, such as `access_token`; empty when it does not. */
export const foundTokenSchema = z.strictObject({
  as: z.enum(['token', 'authorization_header', 'json', 'jws_json', 'curl', 'url', 'form', 'text']),
  name: z.string(),
  token: z.string(),
})
export type FoundToken = z.infer<typeof foundTokenSchema>

/** What a pasted text holds: the tokens in it, the likeliest first, and what the picked one is. */
export const inspectionSchema = z.strictObject({
  found: z.array(foundTokenSchema).readonly(),
  decoded: decodedTokenSchema,
})
export type Inspection = z.infer<typeof inspectionSchema>
