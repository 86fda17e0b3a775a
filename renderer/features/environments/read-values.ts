import { z } from 'zod'
import { type EnvironmentInput, environmentInputSchema } from '../../../electron/contract/environment.ts'
import { type SecretSource, secretSourceSchema } from '../../../electron/contract/secret-source.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'
import type { FormValues, SourcePath } from './form-values.ts'
import { shownSecrets } from './secrets/shown-secrets.ts'
import { asSource, asSources } from './secrets/source-values.ts'

/** What the form describes, or what is wrong with it, by the path of the field. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; errors: Record<string, string> }

const namelessSchema = environmentInputSchema.extend({ name: z.string().max(200) })
const networkSchema = environmentInputSchema.pick({ network: true })

/** The environment, to be saved. */
export const readValues = (values: FormValues): Read<EnvironmentInput> => read(environmentInputSchema, values)

/** The environment, to be previewed: it needs no name for that. */
export const readNameless = (values: FormValues): Read<EnvironmentInput> => read(namelessSchema, values)

/** The network policy alone: what reads public documents needs nothing else. */
export const readNetwork = (values: FormValues): Read<Pick<EnvironmentInput, 'network'>> => {
  const { network } = asInput(values)
  return parse(networkSchema, { network })
}

/** The source of one secret alone, for trying it. */
export function readSource(values: FormValues, name: SecretName): Read<SecretSource> {
  const path: SourcePath = `secretSources.${name}`
  const read = parse(secretSourceSchema, asSource(values.secretSources[name]))
  if (read.ok) return read
  return {
    ok: false,
    errors: Object.fromEntries(Object.entries(read.errors).map(([field, message]) => [`${path}.${field}`, message])),
  }
}

function read(schema: z.ZodType<EnvironmentInput>, values: FormValues): Read<EnvironmentInput> {
  return parse(schema, asInput(values))
}

function parse<Value>(schema: z.ZodType<Value>, input: unknown): Read<Value> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, code, message } of parsed.error.issues) {
    // Chips are one field, whichever of them is wrong.
    const field = path[0] === 'resource' ? 'resource' : path.join('.')
    errors[field] ??= code === 'invalid_type' ? numberMessage(field) : message
  }
  return { ok: false, errors }
}

const numberMessage = (field: string): string =>
  field.endsWith('version')
    ? 'Enter the number of a version, or leave it empty.'
    : field.startsWith('network')
      ? 'Enter a number of seconds.'
      : 'Enter a whole number of seconds.'

/** The values in the shape of an environment, not checked yet; what the form does not show cannot be in its way. */
export function asInput(values: FormValues): EnvironmentInput {
  const { scope, resource, assertion, network, renewBefore, token_endpoint_auth_method: method } = values
  const { connect, firstByte, total } = network.timeLimits
  const signs = method === 'client_secret_jwt' || method === 'private_key_jwt'
  return {
    ...values,
    scope: [...scope.chips, scope.typed].join(' '),
    resource: [...resource.chips, ...resource.typed.split(/\s+/).filter(Boolean)],
    assertion: {
      ...assertion,
      lifetime: signs || !Number.isNaN(numberOf(assertion.lifetime)) ? numberOf(assertion.lifetime) : 60,
    },
    network: {
      ...network,
      proxy: network.proxy.mode === 'explicit' ? network.proxy : { ...network.proxy, url: hidden(network.proxy.url) },
      timeLimits: {
        connect: inMilliseconds(connect),
        firstByte: inMilliseconds(firstByte),
        total: inMilliseconds(total),
      },
    },
    renewBefore: numberOf(renewBefore),
    secretSources: asSources(values.secretSources, shownSecrets(values)),
  }
}

const numberOf = (text: string): number => (/^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN)
const inMilliseconds = (text: string): number => Math.round(numberOf(text) * 1000)
const { url } = environmentInputSchema.shape.network.shape.proxy.shape
const hidden = (text: string): string => (url.safeParse(text).success ? text : '')
