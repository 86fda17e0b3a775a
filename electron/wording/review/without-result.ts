import type { NoProbe } from '../../contract/review.ts'
import { noProbeWords } from './probes.ts'
import { unclearText } from './unclear.ts'
import type { ReviewWords } from './writer.ts'

/** That a probe was run and its answers do not say; `why` is an `UnclearProbe`. */
export const withoutResult = (why: string): ReviewWords => ({
  line: `The probe does not say: ${unclearText(why)}`,
  why: 'The answers show neither that it is safe nor that it is not.',
  advice: adviceOf.get(why) ?? 'See the requests of the probe in the history, and run it again once they go through.',
})

/** Of answers that would be the same again. */
const adviceOf: ReadonlyMap<string, string> = new Map([
  [
    'same_audience',
    'Run the probe again, and name another audience that the server knows, such as that of another API.',
  ],
  ['opaque_token', 'Ask the operator of the API whether it checks the audience that introspection names.'],
])

/** That a probe was not run, with why where it cannot be; `cannot` is a `NoProbe`, or empty. `of`: where a practice has several. */
export function notProbed(why: string, cannot: string, { of = '', advice = 'Run the probe.' } = {}): ReviewWords {
  if (!isNoProbe(cannot))
    return {
      line: of === '' ? 'Not probed with these settings yet' : `${of} not probed with these settings yet`,
      why,
      advice,
    }
  const begin = of === '' ? 'Cannot' : `${of} cannot`
  const line = `${begin} be probed: ${noProbeWords[cannot].charAt(0).toLowerCase()}${noProbeWords[cannot].slice(1)}`
  return { line, why, advice: noProbeAdvice[cannot] }
}

const noProbeAdvice: Readonly<Record<NoProbe, string>> = {
  no_token_endpoint: 'Set the token endpoint, then run the probe.',
  no_introspection_endpoint: 'Set the introspection endpoint, or save a GET call of the API. Then run the probe.',
  no_revocation_endpoint: 'Set the revocation endpoint, then run the probe.',
  nothing_published: 'Set the issuer, then run the probe.',
  no_safe_call: 'Save a GET call of the API that carries the token of this environment. Then run the probe.',
  no_scope_to_leave_out:
    'Enter at a saved GET call which scope it needs. It has to be requested, beside one that the call does not need.',
  no_https: 'Set addresses that begin with https, where the servers have them.',
  token_not_jwt: 'Ask the operator of the API how it validates opaque tokens.',
}

const isNoProbe = (text: string): text is NoProbe => Object.hasOwn(noProbeAdvice, text)
