import { z } from 'zod'
import { environmentInputSchema } from '../../../electron/contract/environment.ts'
import type { FormValues } from './form-values.ts'
import { sourcesValuesSchema } from './secrets/source-values.ts'

const text = z.string()
const chips = z.strictObject({ chips: z.array(text), typed: text })
const { shape } = environmentInputSchema

/** Half-typed text is allowed: it is a draft. */
const formValuesSchema = z.strictObject({
  ...shape,
  name: text,
  issuer: text,
  token_endpoint: text,
  introspection_endpoint: text,
  revocation_endpoint: text,
  jwks_uri: text,
  mtls_endpoint_aliases: z.strictObject({
    token_endpoint: text,
    introspection_endpoint: text,
    revocation_endpoint: text,
  }),
  client_id: text,
  assertion: shape.assertion.extend({
    otherAudience: text,
    lifetime: text,
    kid: text,
    keyFile: text,
    certificate: text,
    certificateFile: text,
    assertionFile: text,
  }),
  dpop: shape.dpop.extend({ keyFile: text }),
  scope: chips,
  audience: text,
  resource: chips,
  parameters: z.array(z.strictObject({ name: text, value: text })),
  headers: z.array(z.strictObject({ name: text, value: text })),
  network: z.strictObject({
    proxy: shape.network.shape.proxy.extend({ url: text, username: text, bypass: text }),
    ca: text,
    caFile: text,
    clientCertificate: z.strictObject({ certificate: text, certificateFile: text, keyFile: text }),
    timeLimits: z.strictObject({ connect: text, firstByte: text, total: text }),
    acceptedCertificate: text,
  }),
  renewBefore: text,
  secretSources: sourcesValuesSchema,
  notes: text,
})

const draftSchema = z.strictObject({ base: formValuesSchema, values: formValuesSchema })

/** Unsaved edits, with what was saved when they were made. */
export const draftText = (base: FormValues, values: FormValues): string => JSON.stringify({ base, values })

/** A draft that was kept, carried over to what is saved now; null when it is not one (another version wrote it). */
export function draftValues(draft: string | undefined, saved: FormValues): FormValues | null {
  if (draft === undefined) return null
  const parsed = draftSchema.safeParse(JSON.parse(draft))
  return parsed.success ? rebase(parsed.data.values, parsed.data.base, saved) : null
}

/**
 * The edits that made `edited` of `before`, made to `after` instead: what a person did not touch is as it is saved now,
 * so that an old value is never written back. A list is one value, and so is what has other members than before.
 */
export function rebase(edited: FormValues, before: FormValues, after: FormValues): FormValues {
  const merged = rebased(edited, before, after)
  return isSame(merged, after) ? after : formValuesSchema.parse(merged)
}

function rebased(edited: unknown, before: unknown, after: unknown): unknown {
  if (isSame(edited, before)) return after
  if (!isMembers(edited) || !isMembers(before) || !isMembers(after)) return edited
  if (!hasSameMembers(edited, before) || !hasSameMembers(edited, after)) return edited
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, rebased(edited[name], before[name], value)]),
  )
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const hasSameMembers = (one: object, other: object): boolean =>
  isSame(Object.keys(one).toSorted(), Object.keys(other).toSorted())

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
