import type { Binding } from '../../contract/token.ts'
import type { Expectations } from '../token/verify/checks.ts'
import { accessTokenIssuerOf } from './access-token-issuers.ts'
import type { Desk, Subject } from '../environment/desk.ts'
import { bindingOf, readyToCall } from '../client/ready-client.ts'
import type { ReferredToken } from './resolve-token.ts'

/** What an environment expects of a token: of one that it held as it was then, of a pasted one as it is now. */
export async function expectationsOf(
  desk: Desk,
  subject: Subject,
  { held }: ReferredToken,
  signal: AbortSignal,
): Promise<Expectations> {
  const { value } = subject
  const own = held ?? (subject.id === null ? undefined : desk.session.tokens.get(subject.id)?.held)
  return {
    issuer: value.issuer,
    accessTokenIssuer: accessTokenIssuerOf(desk, value),
    audiences: [value.audience, ...value.resource].filter((audience) => audience !== ''),
    client_id: value.client_id,
    scopeAsked: held?.scopeAsked ?? value.scope,
    serverNow: desk.ports.now() + (own?.clockOffset ?? 0),
    ...(own !== undefined && { clockOffset: own.clockOffset }),
    binding: held === null ? await bindingInUse(desk, subject, signal) : held.binding,
  }
}

/** Null as well when it cannot be read here and now: no source on a network is asked for a comparison. */
async function bindingInUse(desk: Desk, subject: Subject, signal: AbortSignal): Promise<Binding | null> {
  const caller = await readyToCall(desk, { ...subject, offline: true }, signal)
  return caller.ok ? bindingOf(caller.value) : null
}
