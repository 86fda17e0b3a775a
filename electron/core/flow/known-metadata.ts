import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Metadata } from '../../contract/outcome.ts'
import type { WithSession } from '../core-context.ts'
import { wayOf } from '../secrets/destinations.ts'

type Network = Pick<EnvironmentInput, 'network'>

/** For what is asked later: the newest metadata of an issuer counts, where it came by the same way. */
export function rememberMetadata({ session }: WithSession<'metadata'>, by: Network, metadata: Metadata): void {
  session.metadata.set(nameOf(by, metadata.issuer), metadata)
}

/** Null when none was read while the app runs. */
export function knownMetadata({ session }: WithSession<'metadata'>, value: Network & { issuer: string }) {
  return session.metadata.get(nameOf(value, value.issuer)) ?? null
}

/** Another proxy or another authority may answer something else: an environment believes only what came by its own way. */
const nameOf = ({ network }: Network, issuer: string) => JSON.stringify([issuer, wayOf(network)])
