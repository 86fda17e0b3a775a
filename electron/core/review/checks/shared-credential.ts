import type { OtherEnvironment, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck } from '../check.ts'
import { type Credential, credentialOf, fieldOf } from '../parts/credential.ts'
import {
  evidenceOf,
  isOnThisComputer,
  isOtherStage,
  isSameClient,
  mixesProduction,
  seenOthers,
} from '../parts/stages.ts'

/** Whether other environments hold the same secret or key. One client in several stages is for `environment_separation`. */
export const sharedCredential: ReviewCheck = {
  name: 'shared_credential',
  look: (kase) => {
    const others = kase.others.filter((other) => !isSameClient(kase, other))
    const [first, ...rest] = [...foundOf('client_secret', others, kase), ...foundOf('private_key', others, kase)]
    return first === undefined ? [nothingShared(kase, others)] : [first, ...rest]
  },
}

const isHeldBy = (other: OtherEnvironment, credential: Credential): boolean | null =>
  credential === 'client_secret' ? other.hasSameSecret : other.hasSameKey

/** Two environments of one stage may be one client by two addresses of its server; two clients may not have one secret. */
function foundOf(credential: Credential, others: readonly OtherEnvironment[], kase: ReviewCase): Judged[] {
  const same = others.filter((other) => isHeldBy(other, credential) === true)
  const ofStages = same.filter((other) => isOtherStage(kase, other))
  const ofClients = same.filter((other) => !ofStages.includes(other) && other.client_id !== kase.settings.client_id)
  const found = {
    secret_shared_with_production: ofStages.filter((other) => mixesProduction(kase, other)),
    secret_shared_across_stages: ofStages.filter((other) => !mixesProduction(kase, other)),
    secret_of_two_clients: ofClients,
  }
  const field = fieldOf(credential, kase.settings)
  const codes = ['secret_shared_with_production', 'secret_shared_across_stages', 'secret_of_two_clients'] as const
  return codes
    .filter((code) => found[code].length > 0)
    .map((code) => judged(code, seenOthers(found[code]), { credential, field, ...evidenceOf(found[code]) }))
}

function nothingShared(kase: ReviewCase, others: readonly OtherEnvironment[]): Judged {
  const credential = credentialOf(kase.settings)
  if (credential === null) return judged('nothing_to_share', [])
  const ofStages = others.filter((other) => isOtherStage(kase, other) && !isOnThisComputer(other))
  if (ofStages.length === 0) return judged('no_other_stage', [])
  const compared = ofStages.filter((other) => isHeldBy(other, credential) !== null)
  const notCompared = String(ofStages.length - compared.length)
  if (compared.length === 0) {
    return judged('secret_not_compared', [], {
      credential,
      count: notCompared,
      field: fieldOf(credential, kase.settings),
    })
  }
  const count = String(compared.length)
  const evidence = notCompared === '0' ? { credential, count } : { credential, count, notCompared }
  return judged('secret_not_shared', seenOthers(compared), evidence)
}
