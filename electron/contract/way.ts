import { z } from 'zod'

/**
 * How something travels to its destination: what it goes through, and what is trusted at the other end. What a person
 * allowed by one way is not allowed by another.
 */
export const waySchema = z.strictObject({
  /** `system`, `none`, or the proxy as a URL without credentials. */
  proxy: z.string().max(5000),
  /** Hosts that are reached without that proxy; empty where it is no explicit one. */
  bypass: z.string().max(5000),
  /** SHA-256 of the certificates of authorities that are trusted besides the runtime's own; empty when there are none. */
  ca: z.string().max(100),
  /** The file of such certificates. */
  caFile: z.string().max(5000),
  /** SHA-256 fingerprint of the server certificate that is accepted though it is not trusted. */
  acceptedCertificate: z.string().max(200),
})
export type Way = z.infer<typeof waySchema>

/** An origin, or one part of a way. */
export const waySettingSchema = z.strictObject({
  part: z.enum(['origin', ...waySchema.keyof().options]),
  value: z.string(),
})
export type WaySetting = z.infer<typeof waySettingSchema>
