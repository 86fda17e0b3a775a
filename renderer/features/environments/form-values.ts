import { z } from 'zod'
import {
  type Environment,
  type EnvironmentInput,
  environmentInputSchema,
} from '../../../electron/contract/environment.ts'
import type { TimeLimits } from '../../../electron/contract/network-policy.ts'
import { newEnvironment } from '../../../electron/contract/new-environment.ts'

/** A list that is typed as chips: those that are made, and the text that is not one yet. */
export interface Chips {
  chips: string[]
  typed: string
}

type Listed = 'scope' | 'resource'

/** The form's values: as the environment, but all that is typed is text. Secrets are never in here. */
export type FormValues = Omit<EnvironmentInput, Listed | 'assertion' | 'network' | 'renewBefore'> &
  Record<Listed, Chips> & {
    assertion: Omit<EnvironmentInput['assertion'], 'lifetime'> & { lifetime: string }
    /** Time limits in seconds. */
    network: Omit<EnvironmentInput['network'], 'timeLimits'> & { timeLimits: Record<keyof TimeLimits, string> }
    renewBefore: string
  }

type PathIn<Values> = {
  [Key in keyof Values & string]: Values[Key] extends string
    ? Key
    : Values[Key] extends readonly (infer Item)[]
      ? `${Key}.${number}.${PathIn<Item>}`
      : `${Key}.${PathIn<Values[Key]>}`
}[keyof Values & string]

/** The path of a field that holds text, such as `assertion.keyFile` or `headers.0.name`. */
export type TextPath = PathIn<Omit<FormValues, Listed | 'assertion' | 'dpop'>> | AssertionPath | DpopPath
type AssertionPath = `assertion.${PathIn<Omit<FormValues['assertion'], 'thumbprints'>>}`
type DpopPath = `dpop.${PathIn<Omit<FormValues['dpop'], 'enabled'>>}`

export function valuesOf(environment: Environment): FormValues {
  const { id: _id, builtIn: _builtIn, secrets: _secrets, ...value } = environment
  return valuesFrom(value)
}

export function valuesFrom(value: EnvironmentInput): FormValues {
  const { connect, firstByte, total } = value.network.timeLimits
  return {
    ...value,
    scope: { chips: value.scope.split(' ').filter(Boolean), typed: '' },
    resource: { chips: value.resource, typed: '' },
    assertion: { ...value.assertion, lifetime: String(value.assertion.lifetime) },
    network: {
      ...value.network,
      timeLimits: { connect: seconds(connect), firstByte: seconds(firstByte), total: seconds(total) },
    },
    renewBefore: String(value.renewBefore),
  }
}

const seconds = (milliseconds: number): string => String(milliseconds / 1000)

export const emptyValues: FormValues = valuesFrom(newEnvironment)

/** What the running sandbox fills in by itself, new for each run; shown as it is now, and never edited. */
export function managedOf({
  issuer,
  token_endpoint,
  introspection_endpoint,
  revocation_endpoint,
  jwks_uri,
  mtls_endpoint_aliases,
  network: { ca, clientCertificate },
}: FormValues) {
  const endpoints = { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
  return { ...endpoints, mtls_endpoint_aliases, network: { ca, clientCertificate } }
}

export function withManaged(values: FormValues, managed: ReturnType<typeof managedOf>): FormValues {
  return { ...values, ...managed, network: { ...values.network, ...managed.network } }
}

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
})

/** A draft that was kept, or null when it is not one (another version wrote it). */
export function draftValues(draft: string | undefined): FormValues | null {
  if (draft === undefined) return null
  const parsed = formValuesSchema.safeParse(JSON.parse(draft))
  return parsed.success ? parsed.data : null
}
