import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import type { SecretSource } from '../../../electron/contract/secret-source.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'
import { foldScope } from '../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../electron/vocabulary/text-rule.ts'
import { proxyUrlRule } from '../../../electron/vocabulary/url-rules.ts'
import { environmentProblems } from './environment-problems.ts'
import type { FormValues } from './form-values.ts'
import { networkProblems } from './network/network-problems.ts'
import { type Problems, problemsAt } from './only-problems.ts'
import { shownSecrets } from './secrets/shown-secrets.ts'
import { sourceProblems } from './secrets/source-problems.ts'
import { asSource, asSources } from './secrets/source-values.ts'

/** What the form describes, or what is wrong with it, by the path of the field. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; errors: Problems }

/** The environment, to be saved. */
export function readValues(values: FormValues): Read<EnvironmentInput> {
  const value = asInput(values)
  return unless(environmentProblems(value), value)
}

/** The environment, to be previewed: it needs no name for that. */
export function readNameless(values: FormValues): Read<EnvironmentInput> {
  const value = asInput(values)
  const named = value.name.trim() === '' ? { ...value, name: 'Unnamed' } : value
  return unless(environmentProblems(named), value)
}

/** The network policy alone: what reads public documents needs nothing else. */
export function readNetwork(values: FormValues): Read<Pick<EnvironmentInput, 'network'>> {
  const { network } = asInput(values)
  return unless(problemsAt('network', networkProblems(network)), { network })
}

/** The source of one secret alone, for trying it. */
export function readSource(values: FormValues, name: SecretName): Read<SecretSource> {
  const source = asSource(values.secretSources[name])
  return unless(problemsAt(`secretSources.${name}`, sourceProblems(source)), source)
}

const unless = <Value>(errors: Problems, value: Value): Read<Value> =>
  Object.keys(errors).length === 0 ? { ok: true, value } : { ok: false, errors }

/** The values in the shape of an environment, not checked yet; what the form does not show cannot be in its way. */
export function asInput(values: FormValues): EnvironmentInput {
  const { scope, resource, assertion, network, renewBefore, token_endpoint_auth_method: method } = values
  const { connect, firstByte, total } = network.timeLimits
  const signs = method === 'client_secret_jwt' || method === 'private_key_jwt'
  return {
    ...values,
    scope: foldScope([...scope.chips, scope.typed].join(' ')),
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
    variables: values.variables.map(({ name, value, secret }) => ({ name: name.trim(), value, secret })),
    secretSources: asSources(values.secretSources, shownSecrets(values)),
    accepted: [],
  }
}

const numberOf = (text: string): number => (/^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN)
const inMilliseconds = (text: string): number => Math.round(numberOf(text) * 1000)
const hidden = (text: string): string => (problemOf(proxyUrlRule, text) === null ? text : '')
