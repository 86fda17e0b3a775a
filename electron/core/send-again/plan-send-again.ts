import { requestOf } from '../../common/request-of-call.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { Exchange, Purpose } from '../../contract/exchange.ts'
import type { SendAgain } from '../../contract/send-again.ts'
import type { WithWorkspace } from '../core-context.ts'
import { type CurrentEnvironment, type EnvironmentDeps, findEnvironment } from '../environment/current-environment.ts'
import { resolveCall } from '../variables/resolve-call.ts'
import { isLikeRecorded } from './is-like-recorded.ts'
import { recordedCall } from './recorded-call.ts'

type SendAgainDeps = EnvironmentDeps & WithWorkspace<'exchanges' | 'environments' | 'workspaceVariables'>

const screens = {
  token: 'token',
  introspection: 'introspection',
  revocation: 'revocation',
  discovery: 'discovery',
  jwks: 'keys',
} as const satisfies Record<Exclude<Purpose, 'api'>, string>

/** How a recorded request can be sent again. `savedCall` gives a saved call as it is sent now. */
export function planSendAgain(
  deps: SendAgainDeps,
  exchange: Exchange,
  savedCall: (id: string) => ApiCall | null,
): SendAgain {
  const environment = exchange.environmentId === null ? null : findEnvironment(deps, exchange.environmentId)
  if (environment === null || environment.id === null) return { kind: 'no_environment' }
  const { id: environmentId } = environment
  if (exchange.purpose !== 'api') return { kind: 'screen', screen: screens[exchange.purpose], environmentId }
  const first = firstOf(deps, exchange)
  const found = exchange.callId === undefined ? null : savedCall(exchange.callId)
  const saved = found?.environmentId === environmentId ? found : null
  if (saved !== null && mayBeOf(deps, environment, saved, first)) {
    return { kind: 'saved_call', callId: saved.id, environmentId }
  }
  const recorded = recordedCall(first)
  if (recorded === null) return { kind: 'not_a_call' }
  const savedAs = saved === null ? null : { callId: saved.id, name: saved.name }
  return { kind: 'new_call', ...recorded, savedAs, environmentId }
}

/** A call whose variables have no value now shows that itself. */
function mayBeOf(deps: SendAgainDeps, environment: CurrentEnvironment, saved: ApiCall, first: Exchange): boolean {
  const resolved = resolveCall(deps, environment, requestOf(saved), (name) => `{{${name}}}`)
  return !resolved.ok || isLikeRecorded(resolved.value, first)
}

const mostHops = 30

/** The request that was sent first: a redirect, and a nonce that was asked for, led to the others. */
function firstOf({ workspace: { exchanges } }: SendAgainDeps, exchange: Exchange): Exchange {
  let first = exchange
  for (let hops = 0; hops < mostHops; hops++) {
    const before = first.redirectedFrom ?? first.retryOf
    const found = before === null ? null : exchanges.get(before)
    if (found === null) return first
    first = found
  }
  return first
}
