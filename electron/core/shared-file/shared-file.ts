import { z } from 'zod'
import { mostShared, sharedFileRules } from '../../vocabulary/shared-file-rules.ts'
import { apiCallSchema } from '../../contract/api-call.ts'
import { environmentInputSchema } from '../../contract/environment.ts'
import { secretNameSchema } from '../../contract/secret.ts'

/** What the member `format` of every file of ours says. */
export const formatName = 'client-credentials-explorer/environments'
/** The newest version that this app reads, and the one that it writes. Older ones are read. */
export const formatVersion = 2
export const fileExtension = '.ccx.json'

/** Ids become parts of addresses in the window, so they are plain. */
const sharedIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, sharedFileRules.id)

/** A secret that the sender had or had to supply: left out, or among the encrypted ones. */
const secretMarkerSchema = z.strictObject({ kind: z.enum(['omitted', 'encrypted']) })

export const sharedEnvironmentSchema = environmentInputSchema.extend({
  id: sharedIdSchema,
  apiCalls: z
    .array(apiCallSchema.omit({ environmentId: true }).extend({ id: sharedIdSchema }))
    .max(mostShared.apiCalls, sharedFileRules.apiCalls),
  secrets: z.partialRecord(secretNameSchema, secretMarkerSchema),
})
export type SharedEnvironment = z.infer<typeof sharedEnvironmentSchema>

/** The lines of an age file in ASCII armor. @see https://age-encryption.org/v1 */
const encryptedSecretsSchema = z.strictObject({ age: z.array(z.string().max(100)).min(1) })

/** Of the canonical text of the file without this member. @see RFC 8032 */
const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  author: z.string().min(1).max(200),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/, sharedFileRules.publicKey),
  value: z.string().regex(/^[A-Za-z0-9_-]{86}$/, sharedFileRules.signature),
})

/** A file but for its environments, each of which is read by itself. */
export const envelopeSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.union([z.literal(1), z.literal(formatVersion)]),
  environments: z.array(z.unknown()).max(mostShared.environments, sharedFileRules.environments),
  secrets: encryptedSecretsSchema.optional(),
  signature: signatureSchema.optional(),
})

/** What is encrypted: secrets by the id of their environment and by name. */
export const carriedSecretsSchema = z.record(
  sharedIdSchema,
  z.partialRecord(secretNameSchema, z.string().min(1).max(100_000)),
)
export type CarriedByEnvironment = z.infer<typeof carriedSecretsSchema>

const fileSchema = envelopeSchema.extend({
  version: z.literal(formatVersion),
  environments: z.array(sharedEnvironmentSchema).max(mostShared.environments),
})

const callPlace = 'properties/environments/items/properties/apiCalls/items'

/** Objects whose members may be left out when they are as in a new environment. */
const filled = new Set(['properties/environments/items'])
for (const name of ['mtls_endpoint_aliases', 'assertion', 'dpop', 'introspection', 'network'])
  filled.add(`properties/environments/items/properties/${name}`)
for (const name of ['proxy', 'clientCertificate', 'timeLimits'])
  filled.add(`properties/environments/items/properties/network/properties/${name}`)

/**
 * The JSON Schema that is published with the app. Members that it does not know are allowed, because they are kept; those
 * that a new environment or a new call has too may be left out.
 */
export function publishedSchema(): object {
  const schema = z.toJSONSchema(fileSchema, {
    io: 'input',
    reused: 'inline',
    override: ({ jsonSchema, path }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      const place = path.join('/')
      // Only its name travels.
      if (place.startsWith(callPlace) && place.endsWith('/properties/file')) {
        delete jsonSchema.properties?.['path']
        jsonSchema.required = ['name']
      }
      if (place === callPlace) jsonSchema.required = ['id']
      if (!filled.has(place)) return
      if (place === 'properties/environments/items') jsonSchema.required = ['id', 'name']
      else delete jsonSchema.required
    },
  })
  return {
    ...schema,
    $id: `${formatName}-${formatVersion}`,
    title: 'Environments of Client Credentials Explorer',
    description: 'See docs/file-format.md.',
  }
}
