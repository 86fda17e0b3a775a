import { scopesOf } from '../../common/scope.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { RecordedFacts } from '../review/case.ts'

type Settings = Pick<
  EnvironmentInput,
  'token_endpoint' | 'mtls_endpoint_aliases' | 'client_id' | 'scope' | 'audience' | 'resource'
>

/** Whether a token was requested with these settings, as far as what was recorded says: a masked client ID says nothing. */
export function isRequestedAsSet(
  { url, request }: Pick<RecordedFacts, 'url' | 'request'>,
  settings: Settings,
): boolean {
  const { token_endpoint, mtls_endpoint_aliases: aliases, client_id, scope, audience, resource } = settings
  const values = (name: string): readonly string[] => request.parameters.get(name)?.filter((one) => one !== '') ?? []
  return (
    url !== '' &&
    [token_endpoint, aliases.token_endpoint].includes(url) &&
    (request.client_id === null || request.client_id === client_id) &&
    isSame(values('scope').flatMap(scopesOf), scopesOf(scope)) &&
    isSame(values('audience'), audience === '' ? [] : [audience]) &&
    isSame(values('resource'), resource)
  )
}

/** In any order. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())
