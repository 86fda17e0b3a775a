import type { FlowPlan } from '../../contract/flow.ts'
import { practices } from '../../wording/flow/explanations/practices.ts'
import { scopesIn } from '../../wording/flow/facts.ts'
import type { FlowFacts, TokenResult } from '../flow-facts.ts'
import { advice, good, note, type Practice } from './judged.ts'

/** What is asked for: no more than is needed, for the API that needs it. */
export function requestPractices({ scope, audience, resource }: FlowPlan): Practice[] {
  const scopes = scopesIn(scope).length
  const audiences = (audience === '' ? 0 : 1) + resource.length
  return [
    scopes === 0 ? note(practices.noScope) : note(practices.leastScopes(scopes)),
    audiences === 0
      ? advice(practices.noAudience)
      : audiences === 1
        ? good(practices.audience)
        : note(practices.audiences(audiences)),
  ]
}

/** What came: how long it lives, what it may do, and how it is kept. */
export function responsePractices(plan: FlowPlan, facts: FlowFacts): Practice[] {
  return [
    lifetime(plan, facts),
    ...granted(facts.token),
    plan.tokenChoice === 'reuse' ? good(practices.cached(facts.renewBefore)) : note(practices.cache),
    note(practices.noRefresh),
  ]
}

function lifetime({ provider }: FlowPlan, { token }: FlowFacts): Practice {
  const seconds = token?.expires_in ?? null
  if (seconds === null || !/^\d+$/.test(seconds)) {
    return note(provider === 'cidaas' ? practices.dayAtCidaas : practices.lifetime)
  }
  return Number(seconds) <= 3600 ? good(practices.short(seconds)) : advice(practices.long(seconds))
}

function granted(token: TokenResult | null): Practice[] {
  if (token === null || token.scopeAsked === '') return []
  const asked = new Set(scopesIn(token.scopeAsked))
  const isMore = scopesIn(token.scopeGranted ?? '').some((scope) => !asked.has(scope))
  return [isMore ? advice(practices.moreGranted) : good(practices.granted)]
}
