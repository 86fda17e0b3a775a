import { scopesOf } from '../../common/scope.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { mark } from '../../common/mask-token.ts'
import type { RecordedFacts } from '../review/case.ts'
import { recordedAddress } from './recorded-address.ts'

type Settings = Pick<
  EnvironmentInput,
  'token_endpoint' | 'mtls_endpoint_aliases' | 'client_id' | 'scope' | 'audience' | 'resource' | 'parameters'
>

/** Whether a token was requested with these settings, as far as what was recorded says: what is masked says nothing. */
export function isRequestedAsSet(
  { url, request }: Pick<RecordedFacts, 'url' | 'request'>,
  settings: Settings,
): boolean {
  const { token_endpoint, mtls_endpoint_aliases: aliases, client_id, scope, audience, resource, parameters } = settings
  const values = (name: string): readonly string[] => request.parameters.get(name)?.filter((one) => one !== '') ?? []
  const address = recordedAddress(url)
  return (
    [token_endpoint, aliases.token_endpoint].some((one) => one !== '' && recordedAddress(one) === address) &&
    (request.client_id === null || request.client_id === client_id) &&
    isSame(values('scope').flatMap(scopesOf), scopesOf(scope)) &&
    isSame(values('audience'), audience === '' ? [] : [audience]) &&
    isSame(values('resource'), resource) &&
    parameters.every(({ name, value }) => {
      const sent = request.parameters.get(name) ?? []
      return sent.includes(value) || sent.some((one) => one === '' || one.includes(mark))
    })
  )
}

/** In any order. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())
