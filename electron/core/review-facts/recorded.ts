import { setImmediate as pause } from 'node:timers/promises'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { LaterHistory } from '../history/later-history.ts'
import type { Ports } from '../ports.ts'
import { recordedAddress } from './recorded-address.ts'
import type { RecordedFigures } from './figures-reader.ts'

/** The newest in any case: also of an environment that is not recorded, and of an index that is not complete. */
const mostListed = 100
/** Exchanges that are read between two breaths. */
const atOnce = 5

export interface Recorded {
  figures: RecordedFigures
  /** The newest exchange with each endpoint as it is set now, and with each saved call; newest first. */
  newest: readonly Exchange[]
  /** Token requests that were answered with a token, newest first. */
  issuing: readonly Exchange[]
}

/** What is recorded of an environment. */
export async function readRecorded(
  { workspace, history, now }: WithWorkspace<'exchanges'> & Pick<Ports, 'now'> & { history: LaterHistory },
  environmentId: string,
  value: EnvironmentInput,
): Promise<Recorded> {
  const { exchanges } = workspace
  const figures = await (await history.opened()).review(environmentId, now())
  const listed = exchanges.list(environmentId, mostListed)
  const ids = new Set([...listed.map(({ id }) => id), ...figures.newest, ...figures.issuing])
  const read: Exchange[] = []
  for (const [place, id] of [...ids].entries()) {
    if (place % atOnce === atOnce - 1) await pause()
    const exchange = exchanges.get(id)
    if (exchange?.environmentId === environmentId && isOfReview(exchange)) read.push(exchange)
  }
  const sorted = read.toSorted((one, other) => other.startedAt - one.startedAt)
  return {
    figures,
    newest: firstOfEach(sorted, value),
    issuing: sorted.filter(
      ({ purpose, response }) => purpose === 'token' && response !== null && response.status < 300,
    ),
  }
}

/** What a probe asks for is in its result; what is published is published to everybody. */
const isOfReview = ({ isOfProbe, purpose }: Exchange): boolean =>
  isOfProbe !== true || purpose === 'discovery' || purpose === 'jwks'

/** Metadata are at several places of an issuer. */
function firstOfEach(sorted: readonly Exchange[], value: EnvironmentInput): Exchange[] {
  const endpoints = new Set(endpointsOf(value).map(recordedAddress))
  const known = new Set<string>()
  return sorted.filter(({ purpose, request, callId }) => {
    const url = recordedAddress(request.url)
    const isSought = purpose === 'api' ? callId !== undefined : purpose === 'discovery' || endpoints.has(url)
    const name = purpose === 'api' ? `api ${callId}` : `${purpose} ${url}`
    if (!isSought || known.has(name)) return false
    known.add(name)
    return true
  })
}

function endpointsOf(value: EnvironmentInput): string[] {
  const { token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri, mtls_endpoint_aliases } = value
  const own = [token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri]
  return [...own, ...Object.values(mtls_endpoint_aliases)].filter((url) => url !== '')
}
