import type { WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { neededToTravel } from '../environment/needed-secrets.ts'
import { digest } from './settings-key.ts'

/** What tells one key set from others. */
interface NamedPlace {
  environment: Pick<CurrentEnvironment, 'id' | 'value' | 'secretVersions'>
  url: string
}

/** The `kid`s of the key set of a place, where it was fetched; null where it was not. */
export function knownKeyIds({ session }: WithSession<'keySets'>, place: NamedPlace): string[] | null {
  const kept = session.keySets.get(nameOfKeySet(place))
  return kept === undefined ? null : kept.set.keys.keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid]))
}

/** Names the place, and everything that is known of the way there without reading a file. */
export function nameOfKeySet({ environment: { id, value, secretVersions }, url }: NamedPlace): string {
  const secrets = neededToTravel(value).map((name) => secretVersions[name] ?? null)
  return digest([id, url, value.stage, value.network, secrets])
}
