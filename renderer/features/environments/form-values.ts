import type { Environment, EnvironmentInput } from '../../../electron/contract/environment.ts'
import type { TimeLimits } from '../../../electron/contract/network-policy.ts'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'
import { type SourcesValues, sourcesValuesOf } from './secrets/source-values.ts'

/** A list that is typed as chips: those that are made, and the text that is not one yet. */
export interface Chips {
  chips: string[]
  typed: string
}

/** The path of a list that is typed as chips. */
export type ListPath = 'scope' | 'resource'

/**
 * The form's values: as the environment, but all that is typed is text. Secrets are never in here, and nothing of what a
 * review accepted: saving keeps that.
 */
export type FormValues = Omit<
  EnvironmentInput,
  ListPath | 'assertion' | 'network' | 'renewBefore' | 'secretSources' | 'accepted'
> &
  Record<ListPath, Chips> & {
    assertion: Omit<EnvironmentInput['assertion'], 'lifetime'> & { lifetime: string }
    /** Time limits in seconds. */
    network: Omit<EnvironmentInput['network'], 'timeLimits'> & { timeLimits: Record<keyof TimeLimits, string> }
    renewBefore: string
    secretSources: SourcesValues
  }

type PathIn<Values> = {
  [Key in keyof Values & string]: Values[Key] extends string
    ? Key
    : Values[Key] extends readonly (infer Item)[]
      ? `${Key}.${number}.${PathIn<Item>}`
      : `${Key}.${PathIn<Values[Key]>}`
}[keyof Values & string]

/** The path of a field that holds text, such as `assertion.keyFile` or `headers.0.name`. */
export type TextPath =
  | PathIn<Omit<FormValues, ListPath | 'assertion' | 'dpop' | 'secretSources' | 'variables'>>
  | AssertionPath
  | DpopPath
  | VariablePath
  | `${SourcePath}.${string}`
type AssertionPath = `assertion.${PathIn<Omit<FormValues['assertion'], 'thumbprints'>>}`
type VariablePath = `variables.${number}.${'name' | 'value'}`
type DpopPath = `dpop.${PathIn<Omit<FormValues['dpop'], 'enabled'>>}`

/** The path of a secret's source. */
export type SourcePath = `secretSources.${SecretName}`

export function valuesOf(environment: Environment): FormValues {
  const { id: _id, builtIn: _builtIn, secrets: _secrets, ...value } = environment
  return valuesFrom(value)
}

export function valuesFrom({ accepted: _accepted, ...value }: EnvironmentInput): FormValues {
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
    secretSources: sourcesValuesOf(value.secretSources),
  }
}

const seconds = (milliseconds: number): string => String(milliseconds / 1000)

export const emptyValues: FormValues = valuesFrom(newEnvironment)
