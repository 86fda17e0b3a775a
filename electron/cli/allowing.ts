import type { FieldProblem } from '../contract/problem.ts'
import type { CallContext } from '../core/core-context.ts'
import type { Host } from './host.ts'

/** What `--allow` names, as origins where they are URLs. */
export const originsIn = (typed: readonly string[] = []): ReadonlySet<string> =>
  new Set(typed.map((url) => (URL.canParse(url) && new URL(url).origin !== 'null' ? new URL(url).origin : url)))

/** Allows, for this run, what is asked about the origins that were named; each question comes once. */
export async function allowing<Outcome>(
  api: Host['api'],
  { environmentId, allowed }: { environmentId: string; allowed: ReadonlySet<string> },
  context: CallContext,
  send: () => Promise<Outcome>,
  problemsIn: (outcome: Outcome) => readonly FieldProblem[],
): Promise<Outcome> {
  const outcome = await send()
  const granted = problemsIn(outcome).flatMap(({ remedy }) =>
    remedy?.kind === 'allow_origin' && allowed.has(remedy.origin) ? remedy : [],
  )
  if (granted.length === 0) return outcome
  for (const { secret, origin, way } of granted) await api.allowOrigin({ environmentId, secret, origin, way }, context)
  return allowing(api, { environmentId, allowed }, context, send, problemsIn)
}
