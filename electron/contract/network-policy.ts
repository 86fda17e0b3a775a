import { z } from 'zod'
import { pathSchema, pemSchema } from './client-authentication.ts'
import { proxyUrlSchema } from './url.ts'

/** `system`: as the operating system says; on the command line as HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say. */
export const proxySettingsSchema = z.strictObject({
  mode: z.enum(['system', 'explicit', 'none']),
  url: proxyUrlSchema,
  username: z.string().max(1024),
  /** Hosts that are reached without the explicit proxy, separated by commas or spaces: `localhost, .corp.example, 10.0.0.0/8, [::1]:8443`. */
  bypass: z.string().trim().max(4096),
})
export type ProxySettings = z.infer<typeof proxySettingsSchema>

/** Milliseconds: for a connection (DNS, proxy and TLS included), for the first byte of the answer, for its whole. */
export const timeLimitsSchema = z.strictObject({
  connect: limit(600_000),
  firstByte: limit(3_600_000),
  total: limit(3_600_000),
})
export type TimeLimits = z.infer<typeof timeLimitsSchema>

function limit(most: number) {
  return z
    .number()
    .int()
    .min(100, 'At least 0.1 s.')
    .max(most, `At most ${most / 1000} s.`)
}

export const fingerprint256Schema = z
  .string()
  .trim()
  .regex(
    /^$|^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/i,
    'A SHA-256 fingerprint: 32 pairs of hexadecimal digits, separated by colons.',
  )
  .transform((text) => text.toUpperCase())

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
