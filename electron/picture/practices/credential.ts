import { practices } from '../../wording/flow/explanations/practices.ts'
import type { Credential, FlowFacts } from '../flow-facts.ts'
import { advice, good, note, type Practice } from './judged.ts'

/** Days after which a secret is to be replaced. */
const rotateAfter = 90

/** How what authenticates the client is kept, and for how long. */
export function credentialPractices({ credential }: Pick<FlowFacts, 'credential'>): Practice[] {
  const { is, keptIn } = credential
  if (is === 'nothing') return [advice(practices.noAuthentication)]
  if (keptIn === 'none') return [advice(practices.missing(is))]
  return [
    keptIn === 'file' ? note(practices.keptInFile(is)) : good(practices.kept(is, keptIn)),
    ...(is === 'key' ? [good(practices.keyStays)] : []),
    ...(is === 'certificate' ? [good(practices.mutualTls)] : []),
    age(credential),
    note(practices.perEnvironment),
  ]
}

function age({ ageInDays }: Credential): Practice {
  if (ageInDays === null) return note(practices.rotate)
  return ageInDays > rotateAfter ? advice(practices.old(ageInDays)) : good(practices.fresh(ageInDays))
}
