import { stagesInName } from '../../../catalogue/stages-in-name.ts'
import { hostOf } from '../../../common/host-of.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { OtherEnvironment } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import {
  evidenceOf,
  isOnThisComputer,
  isOtherStage,
  isSameClient,
  mixesProduction,
  seenOthers,
} from '../parts/stages.ts'

/** Whether each stage has its own client, and is called what it is. */
export const environmentSeparation: ReviewCheck = {
  name: 'environment_separation',
  look: (kase) => {
    const others = kase.others.filter((other) => isOtherStage(kase, other))
    const same = others.filter((other) => isSameClient(kase, other))
    const [first, ...rest] = [
      ...shared(
        'client_shared_with_production',
        same.filter((other) => mixesProduction(kase, other)),
      ),
      ...shared(
        'client_shared_across_stages',
        same.filter((other) => !mixesProduction(kase, other)),
      ),
      ...unlikeName(kase.settings),
    ]
    if (first !== undefined) return [first, ...rest]
    const compared = others.filter((other) => !isOnThisComputer(other))
    if (compared.length === 0 || kase.settings.client_id === '') return [judged('no_stage_to_separate', [])]
    return [judged('client_separate', seenOthers(compared), { count: String(compared.length) })]
  },
}

function shared(
  code: 'client_shared_with_production' | 'client_shared_across_stages',
  others: readonly OtherEnvironment[],
): Judged[] {
  return others.length === 0 ? [] : [judged(code, seenOthers(others), evidenceOf(others))]
}

/** What is called production is treated as development or staging, so that nothing asks before it is sent there. */
function unlikeName({ stage, name, client_id, token_endpoint }: EnvironmentInput): Judged[] {
  if (stage !== 'development' && stage !== 'staging') return []
  const named = [
    { field: 'client_id', text: client_id },
    { field: 'token_endpoint', text: hostOf(token_endpoint) },
    { field: 'name', text: name },
  ].find(({ text }) => saysProduction(text))
  if (named === undefined) return []
  const seen = [seenHere('setting', named.field, named.text), seenHere('setting', 'stage', stage)]
  return [judged('stage_unlike_name', seen, { field: named.field, name: named.text, stage })]
}

/** `live` is in names of other things, such as login.live.com, and `non-prod` is none. */
function saysProduction(text: string): boolean {
  const name = text.replaceAll(/\s/g, '-')
  if (/(?:^|[-_.:])live\d{0,2}(?:[-_.:]|$)|non[-_.]?pr|not[-_.]pr/i.test(name)) return false
  const stages = stagesInName(name)
  return stages.length > 0 && stages.every((stage) => stage === 'production')
}
