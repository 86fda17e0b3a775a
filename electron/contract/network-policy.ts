import { z } from 'zod'
import { proxyBypassRule, proxyUserRule } from '../vocabulary/environment-rules.ts'
import { fingerprintRule } from '../vocabulary/file-rules.ts'
import { timeLimitRules } from '../vocabulary/number-rules.ts'
import { pathSchema, pemSchema } from './client-authentication.ts'
import { wholeNumber } from './number.ts'
import { text } from './text.ts'
import { proxyUrlSchema } from './url.ts'

/** `system`: as the operating system says; on the command line as HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say. */
export const proxySettingsSchema = z.strictObject({
  mode: z.enum(['system', 'explicit', 'none']),
  url: proxyUrlSchema,
  username: text(proxyUserRule),
  bypass: text(proxyBypassRule),
})
export type ProxySettings = z.infer<typeof proxySettingsSchema>

/** Milliseconds: for a connection (DNS, proxy and TLS included), for the first byte of the answer, for its whole. */
export const timeLimitsSchema = z.strictObject({
  connect: wholeNumber(timeLimitRules.connect),
  firstByte: wholeNumber(timeLimitRules.firstByte),
  total: wholeNumber(timeLimitRules.total),
})
export type TimeLimits = z.infer<typeof timeLimitsSchema>

export const fingerprint256Schema = text(fingerprintRule).transform((typed) => typed.toUpperCase())

/** How every request of an environment travels: discovery, token, introspection, revocation, JWKS and API calls alike. */
export const networkPolicySchema = z.strictObject({
  proxy: proxySettingsSchema,
  /** Certificates (PEM) of authorities trusted besides the runtime's own: text, and a file read at each use. */
  ca: pemSchema,
  caFile: pathSchema,
  /** For mutual TLS; none when both certificate fields are empty. */
  clientCertificate: z.strictObject({
    certificate: pemSchema,
    /** PEM, or PFX with its key inside. */
    certificateFile: pathSchema,
    /** Empty: the key that was pasted for this session, or the one inside the certificate's file. */
    keyFile: pathSchema,
  }),
  timeLimits: timeLimitsSchema,
  /** SHA-256 fingerprint of the one server certificate that is accepted though it is not trusted; never in production. */
  acceptedCertificate: fingerprint256Schema,
})
export type NetworkPolicy = z.infer<typeof networkPolicySchema>
